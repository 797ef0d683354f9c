package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.Run;
import dev.plinth.TenantListener;
import dev.plinth.TenantsReport.Verb;
import dev.plinth.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for many tenants.
 *
 * @param schema as it is declared: what each tenant has is in {@code public}
 */
public record TenantsTask(
        Schema schema, Verb verb, Options options, Deadline deadline, @Nullable TenantListener listener) {

    /** The run of one tenant, within what is left of the time for all. */
    Run run(String tenant) {
        TenantListener hearing = listener;
        return hearing == null
                ? Run.within(deadline.remaining())
                : Run.within(deadline.remaining(), List.of(event -> hearing.on(tenant, event)));
    }
}
