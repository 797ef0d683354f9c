package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.OnTable;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.Schema;
import dev.plinth.plan.SqlPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a schema an applier answers for. A tenant answers for its namespace; the extensions and what is declared in
 * other namespaces are shared, made once for all, and in the way of the tenant where they are missing.
 *
 * @param namespace the tenant's; null where the whole schema is meant
 */
record Ownership(@Nullable String namespace) {

    static final Ownership ALL = new Ownership(null);

    private static final String SHARED = "it is shared by the tenants; see the report on what they share";

    boolean owns(SqlChange change) {
        return namespace == null || namespace.equals(namespaceOf(change));
    }

    /** The shared parts that are missing and that the server could have. */
    Map<SqlChange, String> foreign(Difference<SqlChange> difference, LiveDatabase live) {
        Map<SqlChange, String> foreign = new HashMap<>();
        if (namespace != null) {
            Set<String> unavailable = SqlPlan.unavailable(difference, live);
            difference.missing().stream()
                    .filter(change -> !owns(change))
                    .filter(change -> !(change instanceof CreateExtension created
                            && unavailable.contains(created.extension().name())))
                    .forEach(change -> foreign.put(change, SHARED));
        }
        return foreign;
    }

    /** The part of a tenant's schema that is not the tenant's. */
    Schema shared(Schema schema) {
        return new Schema(
                schema.name(),
                schema.extensions(),
                schema.objects().stream().filter(it -> !it.name().namespace().equals(namespace)).toList(),
                schema.tables().stream().filter(it -> !it.name().namespace().equals(namespace)).toList(),
                schema.dynamoTables(),
                schema.description());
    }

    /** An extension belongs to the database. */
    private static String namespaceOf(SqlChange change) {
        return switch (change) {
            case CreateNamespace created -> created.name();
            case CreateExtension ignored -> "";
            case CreateObject created -> created.object().name().namespace();
            case CreateTable created -> created.table().name().namespace();
            case OnType addition -> addition.type().namespace();
            case OnTable addition -> addition.table().namespace();
        };
    }
}
