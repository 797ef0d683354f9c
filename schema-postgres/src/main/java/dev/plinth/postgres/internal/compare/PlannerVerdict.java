package dev.plinth.postgres.internal.compare;

/** What a DO block makes of the plan of two expressions, as PL/pgSQL over its variables {@code plan} and {@code verdict}. */
final class PlannerVerdict {

    /** Whether the live text {@code item.live} may be planned, as {@link PlanGuard} says it of a declared one. */
    static final String LIVE_MAY_BE_PLANNED =
            "regexp_replace(item.live, '''([^'']|'''')*''|\"([^\"]|\"\")*\"', ' ', 'g')"
                    + " !~* '\\m(collate|select)\\M'";

    /** Compares the two outputs. A subquery comes back as the name of a sub-plan, which says nothing. */
    static final String COMPARE = """
            plan := plan -> 0 -> 'Plan' -> 'Output';
                    IF json_array_length(plan) = 2 AND (plan ->> 0) !~ 'SubPlan|InitPlan' THEN
                      verdict := CASE WHEN %s = %s THEN 'EQUAL' ELSE 'DIFFERENT' END;
                    END IF;"""
            .formatted(sameMoment("0"), sameMoment("1"));

    private PlannerVerdict() {}

    /**
     * {@code now()}, {@code CURRENT_TIMESTAMP} and {@code transaction_timestamp()} are one function with three
     * spellings, which the planner keeps apart. Not inside a text with a string constant, which could contain the words.
     */
    private static String sameMoment(String place) {
        String output = "(plan ->> " + place + ")";
        return "CASE WHEN " + output + " ~ '''' THEN " + output + " ELSE regexp_replace(" + output
                + ", '\\m(CURRENT_TIMESTAMP(?!\\()|transaction_timestamp\\(\\))', 'now()', 'g') END";
    }
}
