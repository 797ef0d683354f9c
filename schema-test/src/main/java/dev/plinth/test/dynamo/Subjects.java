package dev.plinth.test.dynamo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** What an UpdateTable is about, in a word: the index that it adds or deletes, or the members that it has. */
final class Subjects {

    private Subjects() {}

    static String of(UpdateTableRequest request) {
        String indexes = Stream.concat(
                request.globalSecondaryIndexUpdates().stream().map(Subjects::of),
                VectorMembers.updates(request).stream().map(Subjects::ofVector))
                .filter(what -> !what.isEmpty())
                .collect(Collectors.joining("+"));
        return indexes.isEmpty() ? members(request) : indexes;
    }

    private static String of(GlobalSecondaryIndexUpdate update) {
        if (update.create() != null) {
            return update.create().indexName();
        }
        return update.delete() == null ? "" : "delete " + update.delete().indexName();
    }

    private static String ofVector(SdkPojo update) {
        return VectorMembers.part(update, "Create").map(VectorMembers::name)
                .or(() -> VectorMembers.part(update, "Delete").map(gone -> "delete " + VectorMembers.name(gone)))
                .orElse("");
    }

    private static String members(UpdateTableRequest request) {
        return String.join("+", request.sdkFields().stream()
                .filter(field -> field.getValueOrDefault(request) != null && !field.memberName().equals("TableName"))
                .filter(field -> !(field.getValueOrDefault(request) instanceof List<?> list && list.isEmpty()))
                .map(field -> field.memberName())
                .toList());
    }
}
