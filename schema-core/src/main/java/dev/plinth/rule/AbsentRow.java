package dev.plinth.rule;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row that the event of a rule does not have, {@code OLD} or {@code NEW}, in its texts. Both words are names as any other: what
 * may be a column, an alias, a table or a namespace of that name is left to the server, which knows.
 */
final class AbsentRow {

    /** What stands before a name that is none of a row, and what may, after a comma. */
    private static final Pattern NO_ROW_BEHIND =
            Pattern.compile(
                    "(?s).*(?:\\b(?:into|join|update|only|using|as|table|collate)|(?<!\\bdistinct )\\bfrom|::)\\(*");

    private static final Pattern LIST_OF_TABLES = Pattern.compile("(?s).*\\b(?:from|using)\\b.*,");

    /** RETURNING has rows of both names since PostgreSQL 18. */
    private static final Pattern RETURNING = Pattern.compile("\\breturning\\b");

    /** Here, so that a schema without rules needs none of it. */
    static final AbsentRow OLD = new AbsentRow("old");

    static final AbsentRow NEW = new AbsentRow("new");

    private final String name;
    private final Pattern mention;

    /** @param name in small letters */
    private AbsentRow(String name) {
        this.name = name;
        mention = Pattern.compile("(?U)(?<![\\w$])" + name + "(?![\\w$])(?<column>\\.(?:\\w++|\\*)(?![.(]))?");
    }

    /** Whether a text speaks of a column of the row, and uses the word for nothing else. */
    boolean isNamedIn(String text) {
        String code = SqlCode.of(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([.(]) ?", "$1");
        if (!code.contains(name) || text.contains("\"" + name + "\"") || RETURNING.matcher(code).find()) {
            return false;
        }
        boolean isNamed = false;
        Matcher found = mention.matcher(code);
        while (found.find()) {
            if (found.group("column") == null || isElse(code.substring(0, found.start()).strip())) {
                return false;
            }
            isNamed = true;
        }
        return isNamed;
    }

    /** Behind a dot it is a column, or a table, which may be meant wherever the word is. */
    private static boolean isElse(String before) {
        return before.endsWith(".")
                || NO_ROW_BEHIND.matcher(before).matches()
                || LIST_OF_TABLES.matcher(before).matches();
    }
}
