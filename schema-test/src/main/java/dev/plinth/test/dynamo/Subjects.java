package dev.plinth.test.dynamo;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** What an UpdateTable is about, in a word: the index that it adds, or the members that it has. */
final class Subjects {

    private Subjects() {}

    static String of(UpdateTableRequest request) {
        List<String> created = request.globalSecondaryIndexUpdates().stream()
                .map(GlobalSecondaryIndexUpdate::create)
                .filter(Objects::nonNull)
                .map(index -> index.indexName())
                .toList();
        return created.isEmpty() ? members(request) : String.join("+", created);
    }

    private static String members(UpdateTableRequest request) {
        return String.join("+", request.sdkFields().stream()
                .filter(field -> field.getValueOrDefault(request) != null && !field.memberName().equals("TableName"))
                .filter(field -> !(field.getValueOrDefault(request) instanceof List<?> list && list.isEmpty()))
                .map(field -> field.memberName())
                .toList());
    }
}
