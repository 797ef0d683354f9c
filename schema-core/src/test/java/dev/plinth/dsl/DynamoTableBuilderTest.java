package dev.plinth.dsl;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements of a DynamoDB table and the records they become. */
class DynamoTableBuilderTest {

    @Test
    void everyStatementOfATable() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.describe(t.name() + " of incidents");
            var id = t.string("id").describe("A UUID");
            var at = t.number("at");
            var hash = t.binary("hash");
            var tags = t.stringSet("tags");
            t.partitionKey(id).sortKey(at);
            t.globalIndex("by-hash").partitionKey(hash, id).sortKey(at).projectInclude(tags).throughput(3, 4);
            t.globalIndex("by-at").partitionKey(at).projectKeysOnly().throughput(1, 2).describe("For the clock");
            t.provisioned(5, 6).encryption(AWS_MANAGED).pointInTimeRecovery();
        });

        assertThat(table)
                .isEqualTo(new DynamoTable(
                        "Reports",
                        List.of(
                                new Attribute("id", AttributeType.STRING, "A UUID"),
                                new Attribute("at", AttributeType.NUMBER, null),
                                new Attribute("hash", AttributeType.BINARY, null),
                                new Attribute("tags", AttributeType.STRING_SET, null)),
                        new KeySchema(List.of("id"), List.of("at")),
                        List.of(),
                        List.of(
                                new GlobalIndex(
                                        "by-hash",
                                        new KeySchema(List.of("hash", "id"), List.of("at")),
                                        new Projection.Include(List.of("tags")),
                                        Capacity.provisioned(new Throughput(3, 4)),
                                        null,
                                        null),
                                new GlobalIndex(
                                        "by-at",
                                        new KeySchema(List.of("at"), List.of()),
                                        new Projection.KeysOnly(),
                                        Capacity.provisioned(new Throughput(1, 2)),
                                        null,
                                        "For the clock")),
                        List.of(),
                        Billing.provisioned(new Throughput(5, 6)),
                        new TableSettings(Encryption.AWS_MANAGED, null, null, false, null, null,
                                new PointInTimeRecovery(null), List.of(), null, null, List.of(), Replication.NONE),
                        "Reports of incidents"));
    }

    @Test
    void everyTypeOfAttribute() {
        DynamoTable table = dynamoTable("Types", t -> {
            t.partitionKey(t.string("s"));
            t.number("n");
            t.binary("b");
            t.bool("bool");
            t.list("l");
            t.map("m");
            t.stringSet("ss");
            t.numberSet("ns");
            t.binarySet("bs");
        });

        assertThat(table.attributes().stream().map(it -> it.name() + " " + it.type().code()))
                .containsExactly("s S", "n N", "b B", "bool BOOL", "l L", "m M", "ss SS", "ns NS", "bs BS");
    }
}
