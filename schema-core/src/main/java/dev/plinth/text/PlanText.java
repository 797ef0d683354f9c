package dev.plinth.text;

import dev.plinth.Plan;

/** A plan for people: what would be created, store by store, what stands in the way, what differs. */
public final class PlanText {

    private PlanText() {}

    /** One line for each step, with its hazards; ends with a line break. */
    public static String of(Plan plan) {
        return page(plan, false);
    }

    /** The same with the SQL statements or requests below each step. */
    public static String withStatements(Plan plan) {
        return page(plan, true);
    }

    private static String page(Plan plan, boolean withStatements) {
        Page page = new Page(Occasion.PLAN, withStatements);
        page.headline("Plan for schema \"" + plan.schema().name() + "\"", plan.stores(), plan.duration());
        plan.stores().forEach(page::store);
        page.notes(plan.notes());
        page.warnings(plan.warnings());
        return page.text();
    }
}
