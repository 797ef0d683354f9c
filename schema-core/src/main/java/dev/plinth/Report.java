package dev.plinth;

import dev.plinth.model.Schema;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an apply did or a verify found, store by store.
 *
 * @param schema what was asked for
 * @param stores one report a store, in the order in which the stores were given
 * @param notes what was left aside and why, one sentence each: a store the schema has nothing for, a part of the schema
 *     no store was given for
 * @param duration how long the whole took
 */
public record Report(Schema schema, Verb verb, List<StoreReport> stores, List<String> notes, Duration duration) {

    public Report {
        stores = List.copyOf(stores);
        notes = List.copyOf(notes);
    }

    /** What was asked of the stores. */
    public enum Verb {
        APPLY,
        VERIFY
    }

    /** The steps in one status, of all stores. */
    public List<Step> steps(Step.Status status) {
        return stores.stream().flatMap(store -> store.steps(status).stream()).toList();
    }

    /** In what ways the stores are not what the schema asks for, the gravest first; empty when they are. */
    public List<Finding> findings() {
        return Finding.in(stores);
    }

    /** Whether every store that was asked is what the schema asks for. */
    public boolean isComplete() {
        return findings().isEmpty();
    }

    /** What the rules find odd about the schema itself, whatever is live; computed anew at each call. */
    public List<Problem> warnings() {
        return SchemaRules.warnings(schema);
    }

    /** When it is worth to run again: the shortest time of the stores, see {@link StoreReport#retryAfter()}. */
    public Optional<Duration> retryAfter() {
        return stores.stream().flatMap(store -> store.retryAfter().stream()).min(Comparator.naturalOrder());
    }

    /** What a program should exit with: that of the gravest finding, or 0. */
    public int exitCode() {
        return Finding.exitCode(stores);
    }
}
