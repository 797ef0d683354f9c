package dev.plinth;

import dev.plinth.model.Schema;

/**
 * A live store that a schema can be compared with and created in. Each looks at its own part of the schema and ignores
 * the rest. Implementations are immutable and may be shared between threads.
 *
 * <p>What happens in {@link #apply} is told to the run: {@link InitializerEvent.PlanComputed} to
 * {@link InitializerEvent.Retry}. The rest is told by the caller.
 *
 * <p>Every method throws {@link StoreException} when the store cannot be inspected at all; whatever happens later is in
 * the report.
 */
public interface Store {

    /** The name in reports: {@code postgres} or {@code dynamodb}. */
    String name();

    /** Whether the schema has anything for this store. */
    boolean concerns(Schema schema);

    /** What {@link #apply} would do; changes nothing. */
    StoreReport plan(Schema schema, Run run);

    /** Creates what is missing, as far as the deadline allows. */
    StoreReport apply(Schema schema, Run run);

    /**
     * Like {@link #plan}, looking closer: also names what is unmanaged, and decides what a plan leaves undecided where the store can
     * tell; changes nothing. PostgreSQL is asked in a transaction that is rolled back.
     */
    StoreReport verify(Schema schema, Run run);
}
