package dev.plinth.naming;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as a list of words. Two texts are the same where their words are: line breaks, blanks and comments mean nothing, nor do
 * capital letters outside of quotes, nor parentheses around the whole of what stands between words that bind less than any
 * operator, nor the quotes around a name next to a dot, where no word of SQL could stand; {@code !=} is read as {@code <>}.
 * Anything else may mean something.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">Where an operator ends</a>
 */
public final class SqlWords {

    /** A comment ends an operator, and a sign at the end is another word unless one of {@code ~!@#%^&|`?} is before it. */
    private static final String OPERATOR = "(?:(?!--|/\\*)[-+*/<>=])*+[~!@#%^&|`?](?:(?!--|/\\*)[-+*/<>=~!@#%^&|`?])*+"
            + "|(?:(?:(?!--)[-+])*+(?!/\\*)[*/<>=])++";

    private static final Pattern WORD = Pattern.compile(
            "(?s)[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\$(\\w*)\\$.*?\\$\\1\\$"
                    + "|(?<skipped>\\s+|--[^\\n]*|/\\*.*?\\*/)|[\\p{L}_][\\p{L}\\p{N}_$]*|[0-9.]+|"
                    + OPERATOR
                    + "|.");

    private static final Pattern NEEDLESS_QUOTES = Pattern.compile("\"[a-z_][a-z0-9_]*+\"");

    /** What may stand before an expression that is whole, and what behind it. */
    private static final Set<String> BEFORE =
            Set.of("select", ",", "where", "having", "on", "when", "then", "else", "by");

    private static final Set<String> BEHIND =
            Set.of(",", "from", "where", "group", "having", "order", "limit", "as", "then", "when", "else", "end",
                    "returning");

    private SqlWords() {}

    /** Whether two texts have the same words. */
    public static boolean same(String text, String other) {
        return bare(text).equals(bare(other));
    }

    /** Whether two texts may be the same: they have the same words but for parentheses, and quotes around names that need none. */
    public static boolean maybeSame(String text, String other) {
        return loose(text).equals(loose(other));
    }

    private static List<String> loose(String text) {
        return words(text).stream()
                .filter(word -> !word.equals("(") && !word.equals(")"))
                .map(word -> NEEDLESS_QUOTES.matcher(word).matches() ? word.substring(1, word.length() - 1) : word)
                .toList();
    }

    /**
     * The names in a text as PostgreSQL reads them, without quotes, and in small letters where there were none; and with them all
     * other words. In the order of the text.
     */
    public static Set<String> names(String text) {
        return new LinkedHashSet<>(unquoted(text));
    }

    /** The parts of a name and the dots between them, as PostgreSQL reads it. */
    public static List<String> unquoted(String name) {
        return words(name).stream()
                .map(word -> word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
                        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                        : word)
                .toList();
    }

    /** Whether two lists of statements have, each in its place, the same words. */
    public static boolean same(List<String> statements, List<String> others) {
        return statements.stream().map(SqlWords::bare).toList().equals(others.stream().map(SqlWords::bare).toList());
    }

    /** The words of a text with one blank between them, for messages. */
    public static String joined(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static List<String> bare(String text) {
        List<String> words = words(text);
        for (int place = 0; place < words.size(); place++) {
            words.set(place, withoutQuotes(words, place));
        }
        int at = 0;
        while (at < words.size()) {
            int end = words.get(at).equals("(") ? end(words, at) : -1;
            if (end > 0 && isWhole(words, at, end)) {
                words.remove(end);
                words.remove(at);
                at = Math.max(0, at - 1);
            } else {
                at++;
            }
        }
        return words;
    }

    private static String withoutQuotes(List<String> words, int place) {
        String word = words.get(place);
        String before = place == 0 ? "" : words.get(place - 1);
        String behind = place == words.size() - 1 ? "" : words.get(place + 1);
        boolean isBesideDot = before.equals(".") || behind.equals(".") && !before.equals("&");
        return isBesideDot && NEEDLESS_QUOTES.matcher(word).matches() ? word.substring(1, word.length() - 1) : word;
    }

    private static boolean isWhole(List<String> words, int from, int end) {
        boolean before = from == 0 || BEFORE.contains(words.get(from - 1));
        boolean behind = end == words.size() - 1 || BEHIND.contains(words.get(end + 1));
        return before && behind && isExpression(words.subList(from + 1, end));
    }

    /** No list, and no query: parentheses around those mean something. */
    private static boolean isExpression(List<String> words) {
        int depth = 0;
        for (String word : words) {
            depth += word.equals("(") || word.equals("[") ? 1 : word.equals(")") || word.equals("]") ? -1 : 0;
            if (depth == 0 && word.equals(",")) {
                return false;
            }
        }
        return !words.isEmpty() && !Set.of("select", "with", "values").contains(words.getFirst());
    }

    private static int end(List<String> words, int from) {
        int depth = 0;
        for (int at = from; at < words.size(); at++) {
            depth += words.get(at).equals("(") ? 1 : words.get(at).equals(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group("skipped") == null) {
                words.add(word(matcher.group()));
            }
        }
        return words;
    }

    private static String word(String text) {
        if (text.startsWith("E'")) {
            return "e" + text.substring(1);
        }
        boolean isPlain = Character.isLetter(text.charAt(0)) || text.startsWith("_");
        return text.equals("!=") ? "<>" : isPlain && !text.contains("'") ? text.toLowerCase(Locale.ROOT) : text;
    }
}
