package dev.plinth.postgres.internal.compare;

import java.util.regex.Pattern;

/**
 * Which declared texts may be handed to the planner. Planning runs functions that are marked IMMUTABLE when their
 * arguments are constants, with the rights of whoever asks, so a text that reaches outside {@code pg_catalog} is not
 * planned; unqualified names find nothing but {@code pg_catalog} under the pinned search path. A COLLATE would be
 * invisible in the plan, and a subquery comes back as the name of a sub-plan.
 */
final class PlanGuard {

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'|\\$([A-Za-z_]*)\\$.*?\\$\\1\\$",
            Pattern.DOTALL);

    /** A column may be called {@code "select"}. */
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

    private static final Pattern COLLATE_OR_SUBQUERY = Pattern.compile("(?i)\\b(collate|select)\\b|\\boperator\\s*\\(");

    /** A qualified name that is called, or that is the type of a cast. */
    private static final Pattern QUALIFIED_CALL = Pattern
            .compile("(?i)(?<!pg_catalog)(?<!\"pg_catalog\")\\s*\\.\\s*(\"(?:[^\"]|\"\")++\"|[\\w$]+)\\s*\\(");

    private static final Pattern QUALIFIED_CAST = Pattern.compile(
            "(?i)(::|\\bas)\\s*(?!\"?pg_catalog\"?\\s*\\.)(\"(?:[^\"]|\"\")++\"|[\\w$]+)\\s*\\.");

    private PlanGuard() {}

    /** Whether no second statement follows; the rules of a schema see to quotes and parentheses. */
    static boolean isOneExpression(String text) {
        return !STRING.matcher(text).replaceAll("''").contains(";");
    }

    static boolean mayPlan(String text) {
        String code = STRING.matcher(text).replaceAll("''");
        return !COLLATE_OR_SUBQUERY.matcher(NAME.matcher(code).replaceAll("name")).find()
                && !QUALIFIED_CALL.matcher(code).find()
                && !QUALIFIED_CAST.matcher(code).find()
                && !code.contains("--")
                && !code.contains("/*")
                && !code.contains(";");
    }
}
