package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.TenantsReport.Verb;
import dev.plinth.model.Schema;

/**
 * What is asked for many tenants.
 *
 * @param schema as it is declared: what each tenant has is in {@code public}
 */
public record TenantsTask(Schema schema, Verb verb, Options options, Deadline deadline) {}
