package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.TableSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** DynamoDB: names, attributes and keys. */
final class DynamoKeyPairs {

    private DynamoKeyPairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.schemas(
                        "one DynamoDB table twice",
                        () -> Pair.schema(named("Reports"), named("Reports")),
                        "ERROR Reports DuplicateDynamoTable",
                        () -> Pair.schema(named("Reports"), named("reports"))),
                Pair.of("a table name of 2 characters", () -> named("ab"), "ERROR ab DynamoName", () -> named("abc")),
                Pair.of(
                        "a table name of 256 characters",
                        () -> named("r".repeat(256)),
                        "ERROR " + "r".repeat(256) + " DynamoName",
                        () -> named("r".repeat(255))),
                Pair.of(
                        "a table name with a blank",
                        () -> named("my reports"),
                        "ERROR my reports DynamoName",
                        () -> named("my_reports.v-1")),
                Pair.of(
                        "an ARN for a name",
                        () -> named("arn:aws:dynamodb:eu-west-1:123456789012:table/Reports"),
                        "ERROR arn:aws:dynamodb:eu-west-1:123456789012:table/Reports DynamoName",
                        () -> named("arn-Reports")),
                Pair.of(
                        "an index name of 2 characters",
                        () -> indexed("by"),
                        "ERROR Reports.by DynamoName",
                        () -> indexed("by1")),
                Pair.of(
                        "an index name of 256 characters",
                        () -> indexed("i".repeat(256)),
                        "ERROR Reports." + "i".repeat(256) + " DynamoName",
                        () -> indexed("i".repeat(255))),
                attribute("a key attribute with a name of 256 bytes", "é".repeat(128), "é".repeat(127) + "e"),
                attribute("a key attribute without a name", "", "i"),
                attribute("a blank before a name", " id", "i d"),
                Pair.schemas(
                        "an attribute with two types",
                        () -> handmade(keys("id"), AttributeType.STRING, AttributeType.NUMBER),
                        "ERROR Reports.id DuplicateAttribute",
                        () -> handmade(keys("id"), AttributeType.STRING)),
                keyType("a map for a key", DynamoTableBuilder::map, DynamoTableBuilder::string),
                keyType("a truth value for a key", DynamoTableBuilder::bool, DynamoTableBuilder::number),
                keyType("a set for a key", DynamoTableBuilder::binarySet, DynamoTableBuilder::binary),
                Pair.schemas(
                        "a table with two partition key attributes",
                        () -> handmade(keys("id", "other"), AttributeType.STRING),
                        """
                        ERROR Reports KeySize
                        ERROR Reports UndeclaredKeyAttribute""",
                        () -> handmade(keys("id"), AttributeType.STRING)),
                Pair.of(
                        "an index with five partition key attributes",
                        () -> wide(5, 4),
                        "ERROR Reports.wide KeySize",
                        () -> wide(4, 4)),
                Pair.of(
                        "an index with five sort key attributes",
                        () -> wide(1, 5),
                        "ERROR Reports.wide KeySize",
                        () -> wide(1, 4)),
                Pair.of(
                        "one attribute for both parts of a key",
                        () -> dynamoTable("Reports", t -> {
                            var id = t.string("id");
                            t.partitionKey(id).sortKey(id);
                        }),
                        "ERROR Reports RepeatedKeyAttribute",
                        () -> dynamoTable("Reports", t -> t.partitionKey(t.string("id")).sortKey(t.string("Id")))),
                Pair.of(
                        "an attribute twice in the key of an index",
                        () -> twice(true),
                        "ERROR Reports.twice RepeatedKeyAttribute",
                        () -> twice(false)),
                Pair.schemas(
                        "a key attribute that is not declared",
                        () -> handmade(keys("idd"), AttributeType.STRING),
                        "ERROR Reports UndeclaredKeyAttribute",
                        () -> handmade(keys("id"), AttributeType.STRING)));
    }

    private static DynamoTable named(String name) {
        return dynamoTable(name, t -> t.partitionKey(t.string("id")));
    }

    private static DynamoTable indexed(String index) {
        return dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex(index).partitionKey(t.string("tenant"));
        });
    }

    private static Pair attribute(String title, String bad, String inside) {
        return Pair.of(
                title,
                () -> dynamoTable("Reports", t -> t.partitionKey(t.string(bad))),
                "ERROR Reports." + bad + " AttributeName",
                () -> dynamoTable("Reports", t -> t.partitionKey(t.string(inside))));
    }

    private static Pair keyType(
            String title,
            BiFunction<DynamoTableBuilder, String, AttributeHandle> bad,
            BiFunction<DynamoTableBuilder, String, AttributeHandle> inside) {
        return Pair.of(
                title,
                () -> dynamoTable("Reports", t -> t.partitionKey(bad.apply(t, "id"))),
                "ERROR Reports.id KeyAttributeType",
                () -> dynamoTable("Reports", t -> t.partitionKey(inside.apply(t, "id"))));
    }

    private static DynamoTable wide(int partition, int sort) {
        return dynamoTable("Reports", t -> {
            var id = t.string("id");
            t.partitionKey(id);
            t.globalIndex("wide")
                    .partitionKey(t.string("p0"), attributes(t, "p", partition))
                    .sortKey(t.string("s0"), attributes(t, "s", sort));
        });
    }

    private static AttributeHandle[] attributes(DynamoTableBuilder t, String name, int count) {
        AttributeHandle[] attributes = new AttributeHandle[count - 1];
        Arrays.setAll(attributes, i -> t.string(name + (i + 1)));
        return attributes;
    }

    private static DynamoTable twice(boolean same) {
        return dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            var tenant = t.string("tenant");
            t.globalIndex("twice").partitionKey(tenant, same ? tenant : t.string("domain"));
        });
    }

    private static KeySchema keys(String... partition) {
        return new KeySchema(List.of(partition), List.of());
    }

    private static Schema handmade(KeySchema key, AttributeType... types) {
        List<Attribute> attributes =
                Arrays.stream(types).map(it -> new Attribute("id", it, null)).toList();
        DynamoTable table = new DynamoTable(
                "Reports",
                attributes,
                key,
                List.of(),
                List.of(),
                List.of(),
                Billing.payPerRequest(),
                TableSettings.NONE,
                null);
        return new Schema("test", List.of(), List.of(), List.of(), List.of(table), null);
    }
}
