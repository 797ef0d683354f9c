package dev.plinth.dynamo.internal.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Members of the API that the SDK on the class path may or may not know, by their names in the API. They are found by the
 * SDK's own description of its types, so that nobody needs the SDK that has them for anything else.
 */
public final class SdkMembers {

    private SdkMembers() {}

    /** Whether the SDK knows a member of a type. */
    public static boolean knows(SdkPojo type, String member) {
        return find(type, member).isPresent();
    }

    /**
     * Sets a member of a builder.
     *
     * @param value a string, a number, a list, or a map from names of members to values
     * @throws IllegalArgumentException when the SDK does not know the member
     */
    public static void set(SdkPojo builder, String member, Object value) {
        SdkField<?> field = find(builder, member)
                .orElseThrow(
                        () -> new IllegalArgumentException("the AWS SDK on the class path does not know " + member));
        field.set(builder, convert(field, value));
    }

    /** The value of a member; empty where it is not set or not known. */
    public static Optional<Object> get(SdkPojo pojo, String member) {
        return find(pojo, member).flatMap(field -> Optional.ofNullable(field.getValueOrDefault(pojo)));
    }

    /** The text of a member; absent where it is not set or not known. */
    public static @Nullable String text(SdkPojo pojo, String member) {
        return get(pojo, member).map(Object::toString).orElse(null);
    }

    /** The elements of a member that is a list of structures. */
    public static List<SdkPojo> list(SdkPojo pojo, String member) {
        return get(pojo, member).stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(SdkPojo.class::cast)
                .toList();
    }

    private static Optional<SdkField<?>> find(SdkPojo pojo, String member) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(member)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static Object convert(SdkField<?> field, Object value) {
        return switch (value) {
            case List<?> list -> {
                SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
                yield list.stream().map(one -> convert(element, one)).toList();
            }
            case Map<?, ?> members -> structure(field, members);
            default -> value;
        };
    }

    private static Object structure(SdkField<?> field, Map<?, ?> members) {
        SdkPojo builder = field.constructor().get();
        members.forEach((name, value) -> set(builder, name.toString(), value));
        return ((Buildable) builder).build();
    }
}
