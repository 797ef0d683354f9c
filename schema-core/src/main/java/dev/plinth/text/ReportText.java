package dev.plinth.text;

import dev.plinth.Report;

/** A report for people: what was created, store by store, what could not be, what differs. */
public final class ReportText {

    private ReportText() {}

    /** One line for each step and each difference, those that somebody should look at in capitals; ends with a line break. */
    public static String of(Report report) {
        Occasion occasion = switch (report.verb()) {
            case APPLY -> Occasion.APPLY;
            case VERIFY -> Occasion.VERIFY;
        };
        String verb = occasion == Occasion.APPLY ? "Applied" : "Verified";
        Page page = new Page(occasion, false);
        page.headline(verb + " schema \"" + report.schema().name() + "\"", report.stores(), report.duration());
        report.stores().forEach(page::store);
        page.notes(report.notes());
        page.warnings(report.warnings());
        return page.text();
    }
}
