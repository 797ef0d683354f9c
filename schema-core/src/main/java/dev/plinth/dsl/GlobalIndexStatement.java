package dev.plinth.dsl;

import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A global secondary index, complete with its partition key. It projects all attributes where nothing else is said. */
public final class GlobalIndexStatement implements Block.Statement {

    private final DynamoDraft table;
    private final String name;
    private List<String> partitionKey = List.of();
    private List<String> sortKey = List.of();
    private @Nullable Projection projection;
    private @Nullable Throughput throughput;
    private @Nullable String description;

    GlobalIndexStatement(DynamoDraft table, String name) {
        this.table = table;
        this.name = name;
    }

    /** The HASH attributes, 1 to 4. */
    public GlobalIndexStatement partitionKey(AttributeHandle first, AttributeHandle... more) {
        partitionKey = once("partitionKey", partitionKey, table.names(first, more));
        return this;
    }

    /** The RANGE attributes, up to 4. */
    public GlobalIndexStatement sortKey(AttributeHandle first, AttributeHandle... more) {
        sortKey = once("sortKey", sortKey, table.names(first, more));
        return this;
    }

    private List<String> once(String word, List<String> earlier, List<String> names) {
        if (!earlier.isEmpty()) {
            String message = title() + " already says " + word + "(" + String.join(", ", earlier) + ")";
            throw table.refusal(message, "Name all attributes in one call.");
        }
        return names;
    }

    /** The index holds every attribute of an item; the default. */
    public GlobalIndexStatement projectAll() {
        return project(new Projection.All());
    }

    /** The index holds the keys only. */
    public GlobalIndexStatement projectKeysOnly() {
        return project(new Projection.KeysOnly());
    }

    /** The index holds the keys and these attributes, 1 to 20. */
    public GlobalIndexStatement projectInclude(AttributeHandle first, AttributeHandle... more) {
        return project(new Projection.Include(table.names(first, more)));
    }

    private GlobalIndexStatement project(Projection wanted) {
        table.requireOpen();
        if (projection != null) {
            throw table.refusal(title() + " already has its projection", "Say it once.");
        }
        projection = wanted;
        return this;
    }

    /** The throughput of the index, required on a table with {@code provisioned} billing; at least 1 each. */
    public GlobalIndexStatement throughput(long readCapacityUnits, long writeCapacityUnits) {
        table.requireOpen();
        if (throughput != null) {
            throw table.refusal(title() + " already has its throughput", "Say it once.");
        }
        throughput = new Throughput(readCapacityUnits, writeCapacityUnits);
        return this;
    }

    /** Documentation that stays in the model. */
    public GlobalIndexStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    @Override
    public String title() {
        return "globalIndex(\"" + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        return partitionKey.isEmpty() ? Optional.of("Add .partitionKey(attribute).") : Optional.empty();
    }

    GlobalIndex toModel() {
        Projection projected = projection == null ? new Projection.All() : projection;
        return new GlobalIndex(name, new KeySchema(partitionKey, sortKey), projected, throughput, description);
    }
}
