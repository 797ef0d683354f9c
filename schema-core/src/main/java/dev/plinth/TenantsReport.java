package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was done or found for many tenants that have one schema.
 *
 * @param schema what was asked for, as it is declared: without a tenant's namespace
 * @param shared what the tenants of a database have in common (extensions, tables of other namespaces), one report a
 *     database; empty where every tenant is a database of its own
 * @param tenants one report a tenant, in the order in which they were given
 * @param notes what was left aside, and what the rules warn of
 * @param duration how long the whole took
 */
public record TenantsReport(
        Schema schema,
        Verb verb,
        List<StoreReport> shared,
        List<TenantReport> tenants,
        List<String> notes,
        Duration duration) {

    public TenantsReport {
        shared = List.copyOf(shared);
        tenants = List.copyOf(tenants);
        notes = List.copyOf(notes);
    }

    /** What was asked. */
    public enum Verb {
        PLAN,
        APPLY,
        VERIFY
    }

    /** In what ways anything is not what the schema asks for, the gravest first; empty when everything is. */
    public List<Finding> findings() {
        return Finding.in(reports().toList());
    }

    /** Whether every tenant, and what they share, is what the schema asks for. */
    public boolean isComplete() {
        return findings().isEmpty();
    }

    /** What a program should exit with: that of the gravest finding, or 0. */
    public int exitCode() {
        return Finding.exitCode(reports().toList());
    }

    /** How many tenants have each finding, the gravest first; findings that none has are left out. */
    public Map<Finding, Long> counts() {
        Map<Finding, Long> counts = new LinkedHashMap<>();
        for (Finding finding : Finding.values()) {
            long count = tenants.stream().filter(tenant -> finding.isIn(tenant.report())).count();
            if (count > 0) {
                counts.put(finding, count);
            }
        }
        return counts;
    }

    /** How many objects were created, the shared ones included. */
    public long created() {
        return reports().mapToLong(report -> report.steps(Step.Status.DONE).size()).sum();
    }

    /** The tenants for which something went wrong. */
    public List<TenantReport> failed() {
        return tenants.stream().filter(TenantReport::hasFailed).toList();
    }

    /** The tenants by their gravest finding, failures first; those without any last, each in the order given. */
    public List<TenantReport> byGravity() {
        Comparator<TenantReport> order = Comparator.comparingInt(
                tenant -> tenant.findings().stream().findFirst().map(Finding::ordinal).orElse(Finding.values().length));
        return tenants.stream().sorted(order).toList();
    }

    /** The tenants that took longest, the longest first. */
    public List<TenantReport> slowest(int count) {
        return tenants.stream()
                .sorted(Comparator.comparing((TenantReport tenant) -> tenant.report().duration()).reversed())
                .limit(count)
                .toList();
    }

    /**
     * This report, unless something went wrong or has one of the findings.
     *
     * @throws ApplyException whose report has what is shared and the tenants concerned
     */
    public TenantsReport orThrow(Finding... forbidden) {
        List<Finding> unwanted =
                Stream.concat(Stream.of(Finding.FAILED), Arrays.stream(forbidden)).toList();
        List<TenantReport> guilty = byGravity().stream()
                .filter(tenant -> unwanted.stream().anyMatch(finding -> finding.isIn(tenant.report())))
                .toList();
        List<StoreReport> guiltyShared = shared.stream()
                .filter(report -> unwanted.stream().anyMatch(finding -> finding.isIn(report)))
                .toList();
        if (guilty.isEmpty() && guiltyShared.isEmpty()) {
            return this;
        }
        List<StoreReport> reports = Stream.concat(
                guiltyShared.stream(), guilty.stream().map(TenantReport::report)).toList();
        Report.Verb asked = verb == Verb.APPLY ? Report.Verb.APPLY : Report.Verb.VERIFY;
        throw new ApplyException(
                FailureMessage.ofTenants(this, guilty, guiltyShared, unwanted),
                new Report(schema, asked, reports, notes, duration),
                null);
    }

    private Stream<StoreReport> reports() {
        return Stream.concat(shared.stream(), tenants.stream().map(TenantReport::report));
    }
}
