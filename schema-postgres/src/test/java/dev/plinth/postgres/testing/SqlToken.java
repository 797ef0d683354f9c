package dev.plinth.postgres.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL. Written for tests, and on purpose without a line of the renderer's code.
 *
 * @param text bare words in capitals; everything else as it stands
 */
public record SqlToken(Kind kind, String text) {

    /** The kinds of token; comments and white space are none. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        DOLLAR_STRING,
        NUMBER,
        SYMBOL
    }

    private static final Pattern SKIPPED = Pattern.compile("\\s+|--[^\\n]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern QUOTED_NAME = Pattern.compile("\"(?:[^\"]|\"\")*+\"");
    private static final Pattern ESCAPE_STRING = Pattern.compile("[eE]'(?:[^'\\\\]|''|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern DOLLAR_STRING =
            Pattern.compile("(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$).*?\\1", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*");

    /** The tokens of a text; refuses a comment, a string or a name that does not end. */
    public static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Scanner scanner = new Scanner(sql);
        while (scanner.hasMore()) {
            scanner.next(tokens);
        }
        return tokens;
    }

    /** Whether it is this symbol. */
    public boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The text between the delimiters of a dollar-quoted string. */
    public String dollarContent() {
        int delimiter = text.indexOf('$', 1) + 1;
        return text.substring(delimiter, text.length() - delimiter);
    }

    private static final class Scanner {

        private final String sql;
        private int at;

        Scanner(String sql) {
            this.sql = sql;
        }

        boolean hasMore() {
            return at < sql.length();
        }

        void next(List<SqlToken> tokens) {
            if (take(SKIPPED) != null || skipBlockComment()) {
                return;
            }
            String text;
            if ((text = take(ESCAPE_STRING)) != null || (text = take(STRING)) != null) {
                tokens.add(new SqlToken(Kind.STRING, text));
            } else if ((text = take(WORD)) != null) {
                tokens.add(new SqlToken(Kind.WORD, text.toUpperCase(Locale.ROOT)));
            } else if ((text = take(QUOTED_NAME)) != null) {
                tokens.add(new SqlToken(Kind.QUOTED_NAME, text));
            } else if ((text = take(DOLLAR_STRING)) != null) {
                tokens.add(new SqlToken(Kind.DOLLAR_STRING, text));
            } else if ((text = take(NUMBER)) != null) {
                tokens.add(new SqlToken(Kind.NUMBER, text));
            } else {
                tokens.add(new SqlToken(Kind.SYMBOL, symbol()));
            }
        }

        private String symbol() {
            String symbol = sql.substring(at, at + 1);
            if (symbol.equals("'") || symbol.equals("\"")) {
                throw new IllegalArgumentException("no end: " + sql.substring(at));
            }
            at++;
            return symbol;
        }

        private String take(Pattern pattern) {
            Matcher matcher = pattern.matcher(sql).region(at, sql.length());
            if (!matcher.lookingAt()) {
                return null;
            }
            at = matcher.end();
            return matcher.group();
        }

        private boolean skipBlockComment() {
            if (!sql.startsWith("/*", at)) {
                return false;
            }
            int depth = 0;
            do {
                if (at >= sql.length()) {
                    throw new IllegalArgumentException("no end of a comment: " + sql);
                }
                int step = sql.startsWith("/*", at) || sql.startsWith("*/", at) ? 2 : 1;
                depth += step == 1 ? 0 : sql.charAt(at) == '/' ? 1 : -1;
                at += step;
            } while (depth > 0);
            return true;
        }
    }
}
