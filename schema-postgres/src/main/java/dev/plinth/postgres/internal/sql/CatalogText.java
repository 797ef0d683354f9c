package dev.plinth.postgres.internal.sql;

/** What the catalogs print, as SQL expressions, where they have no function for it. */
public final class CatalogText {

    private CatalogText() {}

    /**
     * The WHEN of a trigger, which no function prints alone: {@code pg_get_expr} knows one table, and this is about two.
     *
     * @param oid of the trigger, as SQL
     */
    public static String triggerCondition(String oid) {
        return "substring(pg_get_triggerdef(" + oid + "),"
                + " ' FOR EACH (?:ROW|STATEMENT) WHEN \\((.*)\\) EXECUTE FUNCTION ')";
    }
}
