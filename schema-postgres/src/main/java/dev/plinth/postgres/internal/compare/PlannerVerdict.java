package dev.plinth.postgres.internal.compare;

/** What a DO block makes of the plan of two expressions, as PL/pgSQL over its variables {@code plan} and {@code verdict}. */
final class PlannerVerdict {

    private static final String FIRST = "(plan ->> 0)";

    private static final String SECOND = "(plan ->> 1)";

    private static final String IS_SAME = FIRST + " = " + SECOND + " OR " + sameMoment(FIRST) + " = "
            + sameMoment(SECOND) + " AND " + constants(FIRST) + " = " + constants(SECOND);

    /** {@code AT TIME ZONE} calls {@code timezone}, and is printed as it was written; so are others that have words in the standard. */
    private static final String IS_ONE_CALL_IN_TWO_FORMS =
            isOneCallInTwoForms(FIRST, SECOND) + " OR " + isOneCallInTwoForms(SECOND, FIRST);

    /** Compares the two outputs. A subquery comes back as the name of a sub-plan, which says nothing. */
    static final String COMPARE = """
            plan := plan -> 0 -> 'Plan' -> 'Output';
                    IF json_array_length(plan) = 2 AND (plan ->> 0) !~ 'SubPlan|InitPlan' THEN
                      verdict := CASE WHEN %s THEN 'EQUAL' WHEN %s THEN 'UNDECIDED' ELSE 'DIFFERENT' END;
                    END IF;"""
            .formatted(IS_SAME, IS_ONE_CALL_IN_TWO_FORMS);

    private PlannerVerdict() {}

    /** Whether a live text may be planned, as {@link PlanGuard} says it of a declared one. */
    static String mayBePlanned(String live) {
        return "regexp_replace(" + live + ", '''([^'']|'''')*''|\"([^\"]|\"\")*\"', ' ', 'g')"
                + " !~* '\\m(collate|select)\\M'";
    }

    /**
     * {@code now()}, {@code CURRENT_TIMESTAMP} and {@code transaction_timestamp()} are one function with three
     * spellings, which the planner keeps apart. A string constant could contain the words: they have to be the same before.
     */
    private static String sameMoment(String output) {
        return "regexp_replace(" + output
                + ", '\\m(CURRENT_TIMESTAMP(?!\\()|transaction_timestamp\\(\\))', 'now()', 'g')";
    }

    private static String constants(String output) {
        return "ARRAY(SELECT regexp_matches(" + output + ", '''(?:[^'']|'''')*''', 'g'))";
    }

    private static String isOneCallInTwoForms(String one, String other) {
        return one + " ~ '\\mAT TIME ZONE\\M|\\m(EXTRACT|NORMALIZE|OVERLAY|POSITION|SUBSTRING|TRIM)\\(' AND " + other
                + " ~ '\\m(timezone|normalize|btrim|ltrim|rtrim)\\(|\"(extract|overlay|position|substring)\"\\('";
    }
}
