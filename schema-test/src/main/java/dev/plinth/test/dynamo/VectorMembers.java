package dev.plinth.test.dynamo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.utils.builder.Buildable;

/** Vector indexes by the names of their members, so that an SDK without them will do for everything else. */
final class VectorMembers {

    private static final String INDEXES = "VectorIndexes";

    private VectorMembers() {}

    /** The vector indexes of a CreateTable. */
    static List<SdkPojo> of(SdkPojo request) {
        return list(request, INDEXES);
    }

    /** The updates of an UpdateTable. */
    static List<SdkPojo> updates(SdkPojo request) {
        return list(request, "VectorIndexUpdates");
    }

    /** An update's part of that name: Create or Delete. */
    static Optional<SdkPojo> part(SdkPojo update, String name) {
        return get(update, name).map(SdkPojo.class::cast);
    }

    static String name(SdkPojo index) {
        return get(index, "IndexName").map(Object::toString).orElse("");
    }

    /** An index without a key: a vector index has a schema of another shape. */
    static CreateGlobalSecondaryIndexAction named(SdkPojo index) {
        return CreateGlobalSecondaryIndexAction.builder().indexName(name(index)).build();
    }

    static long dimensions(SdkPojo index) {
        return get(index, "Dimensions").map(Long.class::cast).orElse(0L);
    }

    static @Nullable Projection projection(SdkPojo index) {
        return (Projection) get(index, "Projection").orElse(null);
    }

    /** The key attributes that need a definition. */
    static List<String> attributes(SdkPojo index) {
        return list(index, "SearchSchema").stream().flatMap(element -> text(element, "AttributeName")).toList();
    }

    /** Those of one kind of element. */
    static List<String> attributes(SdkPojo index, String kind) {
        return list(index, "SearchSchema").stream()
                .filter(element -> text(element, "SearchSchemaElementType").anyMatch(kind::equals))
                .flatMap(element -> text(element, "AttributeName"))
                .toList();
    }

    /** Puts descriptions into a table's. */
    static void describe(SdkPojo table, List<FakeIndex> indexes, boolean creating, long now) {
        if (indexes.isEmpty()) {
            return;
        }
        SdkField<?> field = find(table, INDEXES).orElseThrow();
        SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
        field.set(table, indexes.stream().map(index -> description(element, index, creating, now)).toList());
    }

    private static Object description(SdkField<?> element, FakeIndex index, boolean creating, long now) {
        SdkPojo description = element.constructor().get();
        SdkPojo vector = index.vector;
        if (vector != null) {
            vector.sdkFields().forEach(from -> find(description, from.memberName())
                    .ifPresent(to -> to.set(description, from.getValueOrDefault(vector))));
        }
        set(description, "IndexStatus", index.status(creating, now).toString());
        set(description, "Backfilling", index.backfilling(now));
        return ((Buildable) description).build();
    }

    private static void set(SdkPojo builder, String member, @Nullable Object value) {
        find(builder, member).ifPresent(field -> field.set(builder, value));
    }

    private static List<SdkPojo> list(SdkPojo pojo, String member) {
        return get(pojo, member).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(SdkPojo.class::cast)
                .toList();
    }

    private static Stream<String> text(SdkPojo pojo, String member) {
        return get(pojo, member).map(Object::toString).stream();
    }

    private static Optional<Object> get(SdkPojo pojo, String member) {
        return find(pojo, member).flatMap(field -> Optional.ofNullable(field.getValueOrDefault(pojo)));
    }

    private static Optional<SdkField<?>> find(SdkPojo pojo, String member) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(member)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
