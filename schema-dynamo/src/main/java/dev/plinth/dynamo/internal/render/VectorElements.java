package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Vector indexes in the members of the API, where the SDK has them. */
public final class VectorElements {

    private static final String INDEXES = "VectorIndexes";
    private static final String UPDATES = "VectorIndexUpdates";

    private VectorElements() {}

    /**
     * Refuses a table with vector indexes where the SDK does not know them, before anything is sent.
     *
     * @throws IllegalArgumentException with the version to use
     */
    public static void check(DynamoTable table) {
        if (!table.vectorIndexes().isEmpty() && !SdkMembers.knows(CreateTableRequest.builder(), INDEXES)) {
            throw new IllegalArgumentException("DynamoDB table " + table.name()
                    + ": it has vector indexes, and the AWS SDK"
                    + " on the class path does not know them; use software.amazon.awssdk:dynamodb 2.51 or newer");
        }
    }

    static void addTo(CreateTableRequest.Builder request, DynamoTable table) {
        check(table);
        if (!table.vectorIndexes().isEmpty()) {
            SdkMembers.set(request, INDEXES, table.vectorIndexes().stream().map(VectorElements::members).toList());
        }
    }

    static void addTo(UpdateTableRequest.Builder request, DynamoTable table, VectorIndex index) {
        check(table);
        SdkMembers.set(request, UPDATES, List.of(Map.of("Create", members(index))));
    }

    private static Map<String, Object> members(VectorIndex index) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("IndexName", index.name());
        members.put("VectorAttribute", Map.of("AttributeName", index.vectorAttribute()));
        members.put("Dimensions", index.dimensions());
        members.put("DistanceFunction", index.distanceFunction().name());
        if (!index.searchAttributes().isEmpty()) {
            members.put("SearchSchema", searchSchema(index));
        }
        members.put("Projection", projection(index.projection()));
        return members;
    }

    private static List<Map<String, Object>> searchSchema(VectorIndex index) {
        List<Map<String, Object>> schema = new ArrayList<>();
        if (index.partitionKey() != null) {
            schema.add(element(index.partitionKey(), "HASH"));
        }
        index.filterAttributes().forEach(name -> schema.add(element(name, "INLINE_FILTER")));
        return schema;
    }

    private static Map<String, Object> element(String name, String type) {
        return Map.of("AttributeName", name, "SearchSchemaElementType", type);
    }

    private static Map<String, Object> projection(Projection projection) {
        return switch (projection) {
            case Projection.All() -> Map.of("ProjectionType", "ALL");
            case Projection.KeysOnly() -> Map.of("ProjectionType", "KEYS_ONLY");
            case Projection.Include(List<String> names) ->
                Map.of("ProjectionType", "INCLUDE", "NonKeyAttributes", names);
        };
    }
}
