package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.List;

/**
 * What an apply did or a verify found, store by store.
 *
 * @param schema what was asked for
 * @param stores one report a store, in the order in which the stores were given
 * @param duration how long the whole took
 */
public record Report(Schema schema, Verb verb, List<StoreReport> stores, Duration duration) {

    public Report {
        stores = List.copyOf(stores);
    }

    /** What was asked of the stores. */
    public enum Verb {
        PLAN,
        APPLY,
        VERIFY
    }

    /** The steps in one status, of all stores. */
    public List<Step> steps(Step.Status status) {
        return stores.stream().flatMap(store -> store.steps(status).stream()).toList();
    }
}
