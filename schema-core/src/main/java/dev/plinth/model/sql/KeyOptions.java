package dev.plinth.model.sql;

import java.util.List;

/**
 * What a primary key, a unique or an exclusion constraint says of its index and its checks.
 *
 * @param include columns stored in the index besides the keys
 * @param parameters what stands in WITH (...)
 */
public record KeyOptions(List<String> include, StorageParameters parameters, Deferral deferral) {

    /** Nothing is said. */
    public static final KeyOptions NONE =
            new KeyOptions(List.of(), StorageParameters.NONE, Deferral.NOT_DEFERRABLE);

    public KeyOptions {
        include = List.copyOf(include);
    }

    /** The same with other columns besides the keys. */
    public KeyOptions withInclude(List<String> columns) {
        return new KeyOptions(columns, parameters, deferral);
    }

    /** The same with other parameters. */
    public KeyOptions withParameters(StorageParameters others) {
        return new KeyOptions(include, others, deferral);
    }

    /** The same, checked at another moment. */
    public KeyOptions withDeferral(Deferral other) {
        return new KeyOptions(include, parameters, other);
    }

    /** Whether a foreign key may point to such a key. */
    public boolean isDeferrable() {
        return deferral != Deferral.NOT_DEFERRABLE;
    }
}
