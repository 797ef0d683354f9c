package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveVectorIndex;
import dev.plinth.dynamo.internal.render.SdkMembers;
import dev.plinth.model.dynamo.Projection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Vector indexes as DescribeTable tells of them, where the SDK has them. */
final class LiveVectors {

    private LiveVectors() {}

    static List<LiveVectorIndex> of(TableDescription table) {
        return SdkMembers.list(table, "VectorIndexes").stream().map(LiveVectors::index).toList();
    }

    private static LiveVectorIndex index(SdkPojo found) {
        List<SdkPojo> schema = SdkMembers.list(found, "SearchSchema");
        Boolean backfilling = (Boolean) SdkMembers.get(found, "Backfilling").orElse(null);
        return new LiveVectorIndex(
                text(found, "IndexName"),
                structure(found, "VectorAttribute").map(vector -> text(vector, "AttributeName")).orElse(""),
                SdkMembers.get(found, "Dimensions").map(Number.class::cast).map(Number::longValue).orElse(0L),
                text(found, "DistanceFunction"),
                attributes(schema, "HASH").findFirst().orElse(null),
                attributes(schema, "INLINE_FILTER").toList(),
                projection(found),
                LiveIndexes.stage(IndexStatus.fromValue(text(found, "IndexStatus")), backfilling));
    }

    private static Stream<String> attributes(List<SdkPojo> schema, String type) {
        return schema.stream()
                .filter(element -> type.equals(text(element, "SearchSchemaElementType")))
                .map(element -> text(element, "AttributeName"));
    }

    private static Projection projection(SdkPojo found) {
        return structure(found, "Projection")
                .map(software.amazon.awssdk.services.dynamodb.model.Projection.class::cast)
                .map(LiveIndexes::projection)
                .orElseGet(Projection.All::new);
    }

    private static Optional<SdkPojo> structure(SdkPojo found, String member) {
        return SdkMembers.get(found, member).map(SdkPojo.class::cast);
    }

    private static String text(SdkPojo found, String member) {
        return Objects.requireNonNullElse(SdkMembers.text(found, member), "");
    }
}
