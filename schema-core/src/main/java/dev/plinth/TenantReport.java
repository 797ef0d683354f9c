package dev.plinth;

import java.util.List;

/**
 * What was done or found for one tenant: the report of its part of the store, or of the failure that left it out.
 *
 * @param tenant the namespace, the name of the database, or both as {@code database/namespace}
 * @param report as of a single store; {@link StoreReport#failures()} says what went wrong
 */
public record TenantReport(String tenant, StoreReport report) {

    /** In what ways the tenant is not what the schema asks for, the gravest first; empty when it is. */
    public List<Finding> findings() {
        return Finding.in(List.of(report));
    }

    /** Whether the tenant has all that the schema asks for, exactly so. */
    public boolean isComplete() {
        return findings().isEmpty();
    }

    /** Whether something went wrong. */
    public boolean hasFailed() {
        return Finding.FAILED.isIn(report);
    }

    /** How many objects were created. */
    public int created() {
        return report.steps(Step.Status.DONE).size();
    }
}
