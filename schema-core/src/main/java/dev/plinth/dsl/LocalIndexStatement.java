package dev.plinth.dsl;

import dev.plinth.model.dynamo.LocalIndex;
import java.util.List;
import java.util.Optional;

/**
 * A local secondary index, complete with its sort key. It can only come with its table, and limits the items of one
 * partition key to 10 GB. It projects all attributes where nothing else is said.
 */
public final class LocalIndexStatement extends DynamoIndexStatement<LocalIndexStatement> {

    private List<String> sortKey = List.of();

    LocalIndexStatement(DynamoDraft table, String name) {
        super(table, "localIndex", name);
    }

    @Override
    LocalIndexStatement self() {
        return this;
    }

    /** The RANGE attribute; the HASH attribute is that of the table. */
    public LocalIndexStatement sortKey(AttributeHandle attribute) {
        sortKey = once("sortKey", sortKey, table.names(attribute));
        return this;
    }

    @Override
    public Optional<String> missing() {
        return sortKey.isEmpty() ? Optional.of("Add .sortKey(attribute).") : Optional.empty();
    }

    LocalIndex toModel() {
        return new LocalIndex(name, sortKey.get(0), projection(), description());
    }
}
