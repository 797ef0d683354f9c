package dev.plinth.dynamo.internal.apply;

import dev.plinth.dynamo.internal.render.SdkMembers;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** What people do to vector indexes, where the SDK of the run knows them. */
public final class VectorUpdates {

    private VectorUpdates() {}

    /** Takes an index away. */
    public static UpdateTableRequest delete(String table, String index) {
        return update(table, Map.of("Delete", Map.of("IndexName", index)));
    }

    /** Adds an index of everything. */
    public static UpdateTableRequest create(String table, String index, String vector, long dimensions) {
        return update(table, Map.of("Create", Map.of(
                "IndexName", index,
                "VectorAttribute", Map.of("AttributeName", vector),
                "Dimensions", dimensions,
                "DistanceFunction", "EUCLIDEAN",
                "Projection", Map.of("ProjectionType", "ALL"))));
    }

    private static UpdateTableRequest update(String table, Map<String, Object> update) {
        UpdateTableRequest.Builder request = UpdateTableRequest.builder().tableName(table);
        SdkMembers.set(request, "VectorIndexUpdates", List.of(update));
        return request.build();
    }
}
