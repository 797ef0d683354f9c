package dev.plinth.json;

import dev.plinth.Finding;
import dev.plinth.TenantReport;
import dev.plinth.TenantsReport;
import java.util.List;

/**
 * The JSON form of a report on many tenants, for a pipeline. The fields, in this order; what is empty is left out:
 *
 * <ul>
 *   <li>{@code verb} ({@code PLAN}, {@code APPLY} or {@code VERIFY}), {@code schema}, {@code fingerprint}, {@code exitCode},
 *       {@code findings}
 *   <li>{@code counts}: {@code tenants}, {@code complete}, {@code created}, and {@code findings}, each a {@code finding} with
 *       its {@code tenants}
 *   <li>{@code slowest}: up to five, {@code tenant} and {@code durationMillis}
 *   <li>{@code shared}: one store report a database, as in {@link ReportJson}
 *   <li>{@code tenants}: failures first; {@code tenant}, {@code findings}, {@code created} and {@code durationMillis}, and
 *       for a tenant with findings {@code report}
 *   <li>{@code notes}, {@code durationMillis}
 * </ul>
 */
public final class TenantsJson {

    private static final int SLOWEST = 5;

    private TenantsJson() {}

    /** Indented by two, with LF and a final newline. */
    public static String toJson(TenantsReport report) {
        return JsonOutput.pretty(new Fields()
                .put("verb", report.verb())
                .put("schema", report.schema().name())
                .put("fingerprint", Fingerprint.of(report.schema()))
                .put("exitCode", report.exitCode())
                .list("findings", report.findings())
                .put("counts", counts(report))
                .each("slowest", report.slowest(SLOWEST), TenantsJson::time)
                .each("shared", report.shared(), StoreReportJson::write)
                .each("tenants", report.byGravity(), TenantsJson::tenant)
                .list("notes", report.notes())
                .put("durationMillis", report.duration().toMillis()));
    }

    private static Fields counts(TenantsReport report) {
        Fields counts = new Fields()
                .put("tenants", report.tenants().size())
                .put("complete", report.tenants().stream().filter(TenantReport::isComplete).count())
                .put("created", report.created());
        return counts.each("findings", List.copyOf(report.counts().entrySet()),
                entry -> finding(entry.getKey(), entry.getValue()));
    }

    private static Fields finding(Finding finding, long tenants) {
        return new Fields().put("finding", finding).put("tenants", tenants);
    }

    private static Fields time(TenantReport tenant) {
        return new Fields()
                .put("tenant", tenant.tenant())
                .put("durationMillis", tenant.report().duration().toMillis());
    }

    private static Fields tenant(TenantReport tenant) {
        return new Fields()
                .put("tenant", tenant.tenant())
                .list("findings", tenant.findings())
                .put("created", tenant.created())
                .put("durationMillis", tenant.report().duration().toMillis())
                .put("report", tenant.isComplete() ? null : StoreReportJson.write(tenant.report()));
    }
}
