package dev.plinth.text;

import dev.plinth.Finding;
import dev.plinth.StoreReport;
import dev.plinth.TenantReport;
import dev.plinth.TenantsReport;
import java.util.List;

/** A report on many tenants for people: the counts, then those that somebody should look at, failures first. */
public final class TenantsText {

    private static final int SLOWEST = 3;

    private TenantsText() {}

    /** One line in all, one for each tenant with a finding, one for the slowest; ends with a line break. */
    public static String of(TenantsReport report) {
        StringBuilder text = new StringBuilder(headline(report)).append('\n');
        for (StoreReport shared : report.shared()) {
            lines(text, "shared in " + shared.target(), shared);
        }
        for (TenantReport tenant : report.byGravity()) {
            lines(text, tenant.tenant(), tenant.report());
        }
        text.append("slowest:");
        for (TenantReport tenant : report.slowest(SLOWEST)) {
            text.append(' ').append(tenant.tenant()).append(' ').append(TimeText.of(tenant.report().duration()));
        }
        text.append('\n');
        report.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String headline(TenantsReport report) {
        String verb = switch (report.verb()) {
            case PLAN -> "Planned";
            case APPLY -> "Applied";
            case VERIFY -> "Verified";
        };
        StringBuilder line = new StringBuilder(verb + " schema \"" + report.schema().name() + "\" for "
                + report.tenants().size() + " tenants: ")
                .append(report.created()).append(" created, ")
                .append(report.tenants().stream().filter(TenantReport::isComplete).count()).append(" complete");
        report.counts().forEach((finding, count) -> line.append(", ").append(count).append(' ').append(finding));
        return line.append(", ").append(TimeText.of(report.duration())).toString();
    }

    private static void lines(StringBuilder text, String where, StoreReport report) {
        for (Finding finding : Finding.values()) {
            List<String> lines = finding.lines(report);
            if (!lines.isEmpty()) {
                String more = lines.size() > 1 ? " (and " + (lines.size() - 1) + " more)" : "";
                text.append("  ").append(finding).append(' ').append(where).append(": ").append(lines.getFirst())
                        .append(more).append('\n');
            }
        }
    }
}
