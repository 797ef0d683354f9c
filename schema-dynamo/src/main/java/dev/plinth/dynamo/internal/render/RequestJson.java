package dev.plinth.dynamo.internal.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plinth.dynamo.internal.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * A request as JSON in the member names of the API, which is what the AWS command line reads with
 * {@code --cli-input-json}. Members that were not set are left out. The members are found by the SDK's own description of its
 * types, so that nothing a later SDK knows is lost here.
 */
public final class RequestJson {

    private RequestJson() {}

    /** Two spaces an indentation, LF everywhere, also at the end. */
    public static String of(SdkPojo request) {
        return JsonText.write(json -> write(json, request));
    }

    private static void write(JsonGenerator json, SdkPojo pojo) throws IOException {
        json.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (isSet(value)) {
                json.writeFieldName(field.locationName());
                write(json, value);
            }
        }
        json.writeEndObject();
    }

    /** A list or map that nobody gave is an automatic one: the SDK never returns null for those. */
    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case SdkPojo pojo -> write(json, pojo);
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
            default -> json.writeString(value.toString());
        }
    }
}
