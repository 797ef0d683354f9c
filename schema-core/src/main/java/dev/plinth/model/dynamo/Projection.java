package dev.plinth.model.dynamo;

import java.util.List;

/** What an index holds besides the keys of the index and of the table. Cannot be changed once the index exists. */
public sealed interface Projection {

    /** Every attribute. */
    record All() implements Projection {}

    /** Keys only. */
    record KeysOnly() implements Projection {}

    /** Keys and these attributes: 1 to 20 an index, 100 a table. */
    record Include(List<String> nonKeyAttributes) implements Projection {
        public Include {
            nonKeyAttributes = List.copyOf(nonKeyAttributes);
        }
    }
}
