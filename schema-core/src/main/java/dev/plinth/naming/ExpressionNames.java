package dev.plinth.naming;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code FigureIndexColname} of PostgreSQL's parser for what indexes are mostly made of: columns, calls, and casts of
 * those or of other expressions. Everything else is {@code expr}, which is right for operators; an index over a CASE or
 * an AT TIME ZONE had better get a name of its own.
 */
final class ExpressionNames {

    private static final String UNNAMED = "expr";
    private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String QUALIFIED = "(?:" + NAME + "\\s*\\.\\s*)*(" + NAME + ")";
    private static final Pattern COLUMN = Pattern.compile(QUALIFIED);
    private static final Pattern CALL = Pattern.compile("(?s)" + QUALIFIED + "\\s*(\\(.*)");
    private static final Pattern CAST = Pattern.compile(
            "(?s)(.*\\S)\\s*::\\s*(?:" + NAME + "\\s*\\.\\s*)*(" + NAME
                    + "(?: [a-z ]+)?)\\s*(?:\\([\\d, ]*\\))?(?: with[a-z ]*)?(?:\\[\\])*");
    private static final Pattern TRIM = Pattern.compile("(?is)\\(\\s*(leading|trailing)\\b.*");
    private static final Pattern CONSTANT = Pattern.compile("(?s)'(?:[^']|'')*+'|\\d+(?:\\.\\d+)?");

    /** Types whose internal name is another. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("boolean", "bool"),
            Map.entry("decimal", "numeric"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double precision", "float8"),
            Map.entry("char", "bpchar"),
            Map.entry("character", "bpchar"),
            Map.entry("character varying", "varchar"));

    private ExpressionNames() {}

    static String of(String expression) {
        String text = withoutParentheses(expression.strip());
        Matcher column = COLUMN.matcher(text);
        if (column.matches()) {
            return folded(column.group(1));
        }
        Matcher call = CALL.matcher(text);
        if (call.matches() && closesAtTheEnd(call.group(2))) {
            return function(folded(call.group(1)), call.group(2));
        }
        Matcher cast = CAST.matcher(text);
        return cast.matches() ? cast(cast.group(1), folded(cast.group(2).strip())) : UNNAMED;
    }

    /** TRIM and CAST look like calls and are not. */
    private static String function(String name, String arguments) {
        return switch (name) {
            case "trim" -> {
                Matcher side = TRIM.matcher(arguments);
                yield !side.matches() ? "btrim" : side.group(1).equalsIgnoreCase("leading") ? "ltrim" : "rtrim";
            }
            case "cast" -> {
                String inner = arguments.substring(1, arguments.length() - 1);
                int as = inner.toLowerCase(Locale.ROOT).lastIndexOf(" as ");
                yield as < 0 ? UNNAMED : of(inner.substring(0, as) + "::" + inner.substring(as + 4).strip());
            }
            default -> name;
        };
    }

    /** The name of what is cast, if it has one; otherwise that of the type. */
    private static String cast(String operand, String type) {
        String typeName = TYPES.getOrDefault(type, type);
        String name = of(operand);
        if (!name.equals(UNNAMED)) {
            return CAST.matcher(operand).matches() && isUnnamedCast(operand) ? typeName : name;
        }
        boolean whole = operand.startsWith("(") && closesAtTheEnd(operand) || CONSTANT.matcher(operand).matches();
        return whole ? typeName : UNNAMED;
    }

    private static boolean isUnnamedCast(String operand) {
        Matcher cast = CAST.matcher(operand);
        return cast.matches() && of(cast.group(1)).equals(UNNAMED);
    }

    private static String withoutParentheses(String text) {
        return text.startsWith("(") && closesAtTheEnd(text)
                ? withoutParentheses(text.substring(1, text.length() - 1).strip())
                : text;
    }

    /** Whether the parenthesis at the beginning is closed by the last character. */
    private static boolean closesAtTheEnd(String text) {
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at == text.length() - 1;
            }
        }
        return false;
    }

    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
