package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.RoutineBody;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bodies of routines as the catalogs have them. */
public final class LiveBodies {

    private static final String RETURN = "RETURN ";
    private static final String ATOMIC = "BEGIN ATOMIC";
    private static final String END = "END";

    /**
     * What is quoted is passed over; PostgreSQL prints no comments. Possessive, as the others would take a frame of the stack
     * for each character.
     */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?s)((?:[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|[^;'\"])++);");

    private LiveBodies() {}

    /**
     * The body of a routine.
     *
     * @param source {@code prosrc}
     * @param file {@code probin}; null for all but C
     * @param sql the text of {@code prosqlbody}; null where there is none
     */
    public static RoutineBody read(String source, @Nullable String file, @Nullable String sql) {
        if (sql == null) {
            return file == null ? new RoutineBody.Text(source) : new RoutineBody.ObjectFile(file, source);
        }
        return sql.startsWith(RETURN)
                ? new RoutineBody.Return(Parentheses.strip(sql.substring(RETURN.length())))
                : new RoutineBody.Atomic(statements(sql.strip()));
    }

    private static List<String> statements(String sql) {
        Matcher matcher = STATEMENT.matcher(sql.substring(ATOMIC.length(), sql.length() - END.length()));
        List<String> statements = new ArrayList<>();
        while (matcher.find()) {
            statements.add(matcher.group(1).strip());
        }
        return statements;
    }
}
