package dev.plinth.postgres.testing;

import dev.plinth.postgres.testing.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bodies in standard SQL, which are part of the statement that creates a routine. */
final class SqlBodies {

    /** What a body becomes. */
    static final String ATOMIC = "BEGIN_ATOMIC_END";

    /** What a body may consist of: it reads and writes rows, and is not run when it is created. */
    private static final Set<String> FIRST_WORDS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES");

    private SqlBodies() {}

    /** The tokens with one word for each body; a body that could be anything else stays as it is. */
    static List<SqlToken> collapsed(List<SqlToken> tokens) {
        List<SqlToken> collapsed = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = begins(tokens, at) ? end(tokens, at + 2) : -1;
            if (end > 0) {
                collapsed.add(new SqlToken(Kind.WORD, ATOMIC));
                at = end + 1;
            } else {
                collapsed.add(tokens.get(at));
                at++;
            }
        }
        return collapsed;
    }

    private static boolean begins(List<SqlToken> tokens, int at) {
        return at + 1 < tokens.size() && isWord(tokens.get(at), "BEGIN") && isWord(tokens.get(at + 1), "ATOMIC");
    }

    /** The place of the END; -1 where a statement is of another kind. */
    private static int end(List<SqlToken> tokens, int from) {
        int cases = 0;
        boolean first = true;
        for (int at = from; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (first && cases == 0 && isWord(token, "END")) {
                return at;
            }
            if (first && !FIRST_WORDS.contains(token.text())) {
                return -1;
            }
            cases += isWord(token, "CASE") ? 1 : isWord(token, "END") ? -1 : 0;
            first = token.is(";");
        }
        return -1;
    }

    private static boolean isWord(SqlToken token, String word) {
        return token.kind() == Kind.WORD && token.text().equals(word);
    }
}
