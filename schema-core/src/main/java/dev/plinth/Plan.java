package dev.plinth;

import dev.plinth.model.Schema;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an apply would do now, store by store. Data only: it can be printed, compared and kept.
 *
 * @param schema what was asked for
 * @param stores one report a store, in the order in which the stores were given
 * @param notes what was left aside and why, one sentence each: a store the schema has nothing for, a part of the schema
 *     no store was given for
 * @param duration how long the planning took
 */
public record Plan(Schema schema, List<StoreReport> stores, List<String> notes, Duration duration) {

    public Plan {
        stores = List.copyOf(stores);
        notes = List.copyOf(notes);
    }

    /** The steps of all stores, in the order in which they would be done. */
    public List<Step> steps() {
        return stores.stream().flatMap(store -> store.steps().stream()).toList();
    }

    /**
     * Whether an apply would have nothing to do. There may still be drift, or steps that are deferred or blocked: see
     * {@link #findings()}.
     */
    public boolean isEmpty() {
        return steps().stream().noneMatch(step -> step.status().isToDo());
    }

    /** In what ways the stores are not what the schema asks for, the gravest first; empty when they are. */
    public List<Finding> findings() {
        return Finding.in(stores);
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
