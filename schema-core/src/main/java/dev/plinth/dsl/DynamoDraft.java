package dev.plinth.dsl;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A DynamoDB table while its lambda runs. */
final class DynamoDraft {

    List<String> partitionKey = List.of();
    List<String> sortKey = List.of();
    final DynamoSettingsDraft settings = new DynamoSettingsDraft();
    @Nullable
    String description;

    private final String name;
    private final Block block;
    private final Map<String, AttributeHandle> attributes = new LinkedHashMap<>();
    private final List<LocalIndexStatement> localIndexes = new ArrayList<>();
    private final List<GlobalIndexStatement> globalIndexes = new ArrayList<>();
    private final List<VectorIndexStatement> vectorIndexes = new ArrayList<>();
    private final Set<String> indexNames = new HashSet<>();

    DynamoDraft(String name) {
        this.name = name;
        this.block = new Block("dynamoTable", name);
    }

    String subject() {
        return block.subject();
    }

    AttributeHandle attribute(String attributeName, AttributeType type) {
        requireOpen();
        AttributeHandle attribute = new AttributeHandle(this, attributeName, type);
        if (attributes.putIfAbsent(attributeName, attribute) != null) {
            String remedy = "Keep the handle of the first declaration and use it again.";
            throw refusal(attributeName, "is already an attribute of this table", remedy);
        }
        return attribute;
    }

    GlobalIndexStatement globalIndex(String indexName) {
        return begin(new GlobalIndexStatement(this, indexName), globalIndexes);
    }

    LocalIndexStatement localIndex(String indexName) {
        return begin(new LocalIndexStatement(this, indexName), localIndexes);
    }

    VectorIndexStatement vectorIndex(String indexName) {
        return begin(new VectorIndexStatement(this, indexName), vectorIndexes);
    }

    /** Indexes of all kinds share their names. */
    private <S extends DynamoIndexStatement<S>> S begin(S index, List<S> indexes) {
        requireOpen();
        if (!indexNames.add(index.name)) {
            throw refusal(index.name, "is already an index of this table", "Rename one of the two, or drop it.");
        }
        indexes.add(index);
        return block.begin(index, DynamoTableBuilder.class);
    }

    /** The names of attributes of this table, at least one. */
    List<String> names(AttributeHandle first, AttributeHandle... more) {
        requireOpen();
        List<AttributeHandle> all = new ArrayList<>(List.of(more));
        all.add(0, first);
        all.forEach(this::requireOwn);
        return all.stream().map(AttributeHandle::name).toList();
    }

    private void requireOwn(AttributeHandle attribute) {
        if (!attribute.belongsTo(this)) {
            String message = attribute.owner() + "." + attribute.name() + " is an attribute of another table";
            throw refusal(message, "Use the handle that t.string(...) of this table returned.");
        }
    }

    void requireOpen() {
        block.requireOpen();
    }

    DslException refusal(String message, String remedy) {
        return block.refusal(message, remedy);
    }

    DslException refusal(String part, String message, String remedy) {
        return block.refusal(part, message, remedy);
    }

    DynamoTable toModel() {
        block.close();
        if (partitionKey.isEmpty()) {
            throw refusal("has no partition key", "Add t.partitionKey(t.string(\"...\")).");
        }
        settings.contradiction().ifPresent(message -> {
            throw refusal(message, "Say it of a table that is billed so, or leave it out.");
        });
        return new DynamoTable(
                name,
                attributes.values().stream().map(AttributeHandle::toModel).toList(),
                new KeySchema(partitionKey, sortKey),
                localIndexes.stream().map(LocalIndexStatement::toModel).toList(),
                globalIndexes.stream().map(GlobalIndexStatement::toModel).toList(),
                vectorIndexes.stream().map(VectorIndexStatement::toModel).toList(),
                settings.billing(),
                settings.settings(),
                description);
    }
}
