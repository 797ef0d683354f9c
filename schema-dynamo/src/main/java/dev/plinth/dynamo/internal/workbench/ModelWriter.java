package dev.plinth.dynamo.internal.workbench;

import dev.plinth.dynamo.internal.json.JsonText;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema as a data model. */
public final class ModelWriter {

    private final String author;
    private final String date;

    public ModelWriter(String author, String date) {
        this.author = author;
        this.date = date;
    }

    /** The JSON. What {@link LeftOut} lists is not in it. */
    public String json(Schema schema) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("Author", author);
        metadata.put("DateCreated", date);
        metadata.put("DateLastModified", date);
        metadata.put("Description", schema.description() == null ? "" : schema.description());
        metadata.put("AWSService", "Amazon DynamoDB");
        metadata.put("Version", "3.0");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("ModelName", schema.name());
        model.put("ModelMetadata", metadata);
        model.put("DataModel", schema.dynamoTables().stream().map(ModelWriter::table).toList());
        return JsonText.of(model);
    }

    private static Map<String, Object> table(DynamoTable table) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("TableName", table.name());
        members.put("KeyAttributes", key(table, table.key()));
        members.put("NonKeyAttributes", table.attributes().stream()
                .map(attribute -> attribute.name())
                .filter(name -> !table.key().attributes().contains(name))
                .map(name -> attribute(table, name))
                .toList());
        List<Map<String, Object>> indexes = table.globalIndexes().stream()
                .filter(index -> !LeftOut.hasKeyOfSeveral(index))
                .map(index -> index(table, index))
                .toList();
        if (!indexes.isEmpty()) {
            members.put("GlobalSecondaryIndexes", indexes);
        }
        members.put("TableData", List.of());
        members.put("DataAccess", Map.of("MySql", Map.of()));
        members.putAll(Capacities.write(table.billing()));
        return members;
    }

    private static Map<String, Object> index(DynamoTable table, GlobalIndex index) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("IndexName", index.name());
        members.put("KeyAttributes", key(table, index.key()));
        members.put("Projection", projection(index.projection()));
        return members;
    }

    private static Map<String, Object> key(DynamoTable table, KeySchema key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("PartitionKey", attribute(table, key.partitionKey().get(0)));
        key.sortKey().forEach(name -> members.put("SortKey", attribute(table, name)));
        return members;
    }

    private static Map<String, Object> attribute(DynamoTable table, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("AttributeName", name);
        table.attribute(name).ifPresent(attribute -> members.put("AttributeType", attribute.type().code()));
        return members;
    }

    private static Map<String, Object> projection(Projection projection) {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (projection) {
            case Projection.All() -> members.put("ProjectionType", "ALL");
            case Projection.KeysOnly() -> members.put("ProjectionType", "KEYS_ONLY");
            case Projection.Include(List<String> names) -> {
                members.put("ProjectionType", "INCLUDE");
                members.put("NonKeyAttributes", names);
            }
        }
        return members;
    }
}
