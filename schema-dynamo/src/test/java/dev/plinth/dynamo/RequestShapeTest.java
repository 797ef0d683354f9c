package dev.plinth.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** The JSON of a request is the request: read back in the names and types of the API, as the command line does, it is equal. */
class RequestShapeTest {

    private static Stream<DynamoRequest> requests() {
        // what the SDK of this run knows: vector indexes have a test of their own
        return RichTables.ALL.stream().filter(table -> table.vectorIndexes().isEmpty()).flatMap(table -> Stream.concat(
                DynamoRequests.of().render(table).stream(),
                table.globalIndexes().stream().map(index -> DynamoRequests.of().addIndex(table, index))));
    }

    @Test
    void every_request_comes_back_from_its_json() throws ReflectiveOperationException, JsonProcessingException {
        List<String> commands = new ArrayList<>();
        for (DynamoRequest one : requests().toList()) {
            SdkPojo builder = (SdkPojo) one.request().getClass().getMethod("builder").invoke(null);
            fill(builder, new ObjectMapper().readTree(one.json()));

            assertThat(((Buildable) builder).build()).as(one.fileName()).isEqualTo(one.request());
            commands.add(one.command());
        }
        assertThat(commands).contains(
                "create-table",
                "update-table",
                "update-time-to-live",
                "update-continuous-backups",
                "update-contributor-insights",
                "enable-kinesis-streaming-destination");
    }

    private static void fill(SdkPojo builder, JsonNode members) {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            SdkField<?> field = builder.sdkFields().stream()
                    .filter(one -> one.memberName().equals(member.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the API has no member " + member.getKey()));
            field.set(builder, value(field, member.getValue()));
        }
    }

    private static Object value(SdkField<?> field, JsonNode json) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            SdkPojo builder = field.constructor().get();
            fill(builder, json);
            return ((Buildable) builder).build();
        }
        if (type == MarshallingType.LIST) {
            List<Object> elements = new ArrayList<>();
            json.forEach(element -> elements.add(value(field.getTrait(ListTrait.class).memberFieldInfo(), element)));
            return elements;
        }
        if (type == MarshallingType.BOOLEAN) {
            return json.booleanValue();
        }
        return type == MarshallingType.STRING ? json.textValue() : number(type, json);
    }

    private static Object number(MarshallingType<?> type, JsonNode json) {
        assertThat(json.isIntegralNumber()).isTrue();
        return type == MarshallingType.INTEGER ? (Object) json.intValue() : (Object) json.longValue();
    }

    @Test
    void auto_scaling_has_requests_of_its_own() {
        DynamoTable counters = RichTables.COUNTERS;
        List<ScalingRequest> requests =
                DynamoRequests.of().tablePrefix("dev-").scaling(Tables.of(RichTables.LEDGER, counters));

        assertThat(requests).extracting(ScalingRequest::fileName).containsExactly(
                "counters.reads.register-scalable-target.json",
                "counters.reads.put-scaling-policy.json",
                "counters.writes.register-scalable-target.json",
                "counters.writes.put-scaling-policy.json",
                "counters.by-total.reads.register-scalable-target.json",
                "counters.by-total.reads.put-scaling-policy.json");
        assertThat(requests.get(4).json()).isEqualTo("""
                {
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/dev-counters/index/by-total",
                  "ScalableDimension": "dynamodb:index:ReadCapacityUnits",
                  "MinCapacity": 3,
                  "MaxCapacity": 30
                }
                """);
        assertThat(requests.get(1).json()).isEqualTo("""
                {
                  "PolicyName": "table/dev-counters-reads",
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/dev-counters",
                  "ScalableDimension": "dynamodb:table:ReadCapacityUnits",
                  "PolicyType": "TargetTrackingScaling",
                  "TargetTrackingScalingPolicyConfiguration": {
                    "TargetValue": 70,
                    "PredefinedMetricSpecification": {
                      "PredefinedMetricType": "DynamoDBReadCapacityUtilization"
                    }
                  }
                }
                """);
    }
}
