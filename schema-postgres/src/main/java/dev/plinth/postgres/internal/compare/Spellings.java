package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.compare.Question.Place;
import dev.plinth.postgres.internal.sql.CatalogText;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Queries for the live spellings of what is asked about, place by place, and for whether they call foreign code. A message
 * carries those of the places that it asks about, as each costs the server a plan. The server guesses ten tables whatever
 * their number; OFFSET 0 keeps each catalog read once, by the tables.
 */
final class Spellings {

    private static final String FOREIGN_CODE = """
            SELECT FROM pg_depend d
             WHERE d.classid = l.class AND d.objid = l.object
               AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)""";

    /** The function that a trigger executes is none that its WHEN could call. */
    private static final String UNLESS_EXECUTED = """

               AND NOT (d.classid = 'pg_trigger'::regclass
                        AND d.refobjid = (SELECT g.tgfoid FROM pg_trigger g WHERE g.oid = d.objid))""";

    /** Up to PostgreSQL 14 it is the generated column, not its expression, that depends on the functions it calls. */
    private static final String FOREIGN_CODE_OF_COLUMN = """
            SELECT FROM pg_depend d
             WHERE d.classid = 'pg_class'::regclass AND d.objid = l.oid AND d.objsubid = l.column
               AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)""";

    private static final String STATISTICS = """
            SELECT s.stxrelid AS oid, s.stxname AS name, e.live,
                   'pg_statistic_ext'::regclass AS class, s.oid AS object, 0 AS column
              FROM pg_statistic_ext s
             CROSS JOIN LATERAL unnest(pg_get_statisticsobjdef_expressions(s.oid)) AS e(live)
             WHERE s.stxrelid %s AND s.stxexprs IS NOT NULL OFFSET 0""";

    private Spellings() {}

    /** Each with the number of its question, and the class, number, table and column of what it belongs to. */
    static String of(Set<Place> places) {
        return places.stream().map(Spellings::of).collect(Collectors.joining("\nUNION ALL\n"));
    }

    /** Whether the object {@code l} calls a function or operator that PostgreSQL does not bring. */
    static String callsForeignCode(Set<Place> places) {
        String ofObject = "EXISTS (" + FOREIGN_CODE + (places.contains(Place.WHEN) ? UNLESS_EXECUTED : "") + ")";
        return places.contains(Place.GENERATED)
                ? ofObject + " OR l.place = 'GENERATED' AND EXISTS (" + FOREIGN_CODE_OF_COLUMN + ")"
                : ofObject;
    }

    private static String of(Place place) {
        return """
                SELECT a.number, a.place, a.declared, a.plannable, a.relation, a.oid, l.live, l.class, l.object, l.column
                  FROM (%s) AS l
                  JOIN asked a ON a.place = '%s' AND a.oid = l.oid AND %s"""
                .formatted(
                        live(place).formatted("= ANY (ARRAY(SELECT oid FROM asked WHERE place = '" + place + "'))"),
                        place,
                        match(place));
    }

    private static String live(Place place) {
        return switch (place) {
            case DEFAULT -> column("= ''");
            case GENERATED -> column("<> ''");
            case TYPE -> """
                    SELECT attrelid AS oid, attname AS name, format_type(atttypid, atttypmod) AS live,
                           'pg_type'::regclass AS class, 0::oid AS object, 0 AS column
                      FROM pg_attribute WHERE attrelid %s OFFSET 0""";
            case CHECK -> """
                    SELECT conrelid AS oid, conname AS name, pg_get_expr(conbin, conrelid) AS live,
                           'pg_constraint'::regclass AS class, oid AS object, 0 AS column
                      FROM pg_constraint WHERE conrelid %s AND contype = 'c' OFFSET 0""";
            case PREDICATE -> """
                    SELECT indrelid AS oid, pg_get_expr(indpred, indrelid) AS live,
                           'pg_class'::regclass AS class, indexrelid AS object, 0 AS column
                      FROM pg_index WHERE indrelid %s AND indpred IS NOT NULL OFFSET 0""";
            case INDEX_KEY -> """
                    SELECT indrelid AS oid, pg_get_indexdef(indexrelid, key.place::integer, false) AS live,
                           'pg_class'::regclass AS class, indexrelid AS object, 0 AS column
                      FROM pg_index, unnest(indkey::int2[]) WITH ORDINALITY AS key(number, place)
                     WHERE indrelid %s AND indexprs IS NOT NULL AND key.number = 0 OFFSET 0""";
            case PARTITION_KEY -> """
                    SELECT partrelid AS oid, pg_get_expr(partexprs, partrelid) AS live,
                           'pg_class'::regclass AS class, partrelid AS object, 0 AS column
                      FROM pg_partitioned_table
                     WHERE partrelid %s AND partexprs IS NOT NULL
                       AND array_length(array_positions(partattrs::int2[], 0::int2), 1) = 1 OFFSET 0""";
            case WHEN -> """
                    SELECT tgrelid AS oid, $condition AS live, 'pg_trigger'::regclass AS class, oid AS object, 0 AS column
                      FROM pg_trigger WHERE tgrelid %s AND NOT tgisinternal AND tgqual IS NOT NULL OFFSET 0"""
                    .replace("$condition", CatalogText.triggerCondition("pg_trigger.oid"));
            case STATISTICS -> STATISTICS;
            case USING -> policy("polqual");
            case WITH_CHECK -> policy("polwithcheck");
        };
    }

    /** A default speaks of no column, so the server need not open the table. */
    private static String column(String generated) {
        return """
                SELECT f.adrelid AS oid, t.attname AS name,
                       pg_get_expr(f.adbin, CASE WHEN t.attgenerated = '' THEN 0 ELSE f.adrelid END) AS live,
                       'pg_attrdef'::regclass AS class, f.oid AS object, f.adnum AS column
                  FROM pg_attrdef f JOIN pg_attribute t ON t.attrelid = f.adrelid AND t.attnum = f.adnum
                 WHERE f.adrelid %s AND t.attrelid %1$s AND t.attgenerated $generated OFFSET 0"""
                .replace("$generated", generated);
    }

    private static String policy(String condition) {
        return """
                SELECT polrelid AS oid, polname AS name, pg_get_expr($condition, polrelid) AS live,
                       'pg_policy'::regclass AS class, oid AS object, 0 AS column
                  FROM pg_policy WHERE polrelid %s AND $condition IS NOT NULL OFFSET 0"""
                .replace("$condition", condition);
    }

    /**
     * What is asked by its name is compared with all of the table where that name does not exist, as an equivalent may have
     * another one. The catalogs print all expressions of a partition key as one text, so only one alone is asked about.
     */
    private static String match(Place place) {
        return switch (place) {
            case DEFAULT, GENERATED, TYPE, STATISTICS -> "a.name = l.name";
            case CHECK, USING, WITH_CHECK -> "(a.name = l.name OR a.is_absent)";
            case PREDICATE, INDEX_KEY, PARTITION_KEY, WHEN -> "true";
        };
    }
}
