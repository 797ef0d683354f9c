package dev.plinth.json;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;

/** DynamoDB tables; encryption with the key that AWS owns, the default, is left out. */
final class DynamoJson {

    private DynamoJson() {}

    static Fields write(DynamoTable table) {
        return new Fields()
                .put("name", table.name())
                .put("description", table.description())
                .each("attributes", table.attributes(), DynamoJson::attribute)
                .put("key", key(table.key()))
                .each("globalIndexes", table.globalIndexes(), DynamoJson::index)
                .put("billing", billing(table.billing()));
    }

    static DynamoTable read(JsonObject table) {
        return new DynamoTable(
                table.text("name"),
                table.each("attributes", DynamoJson::attribute),
                table.object("key", DynamoJson::key),
                List.of(),
                table.each("globalIndexes", DynamoJson::index),
                List.of(),
                table.object("billing", DynamoJson::billing),
                TableSettings.NONE,
                table.optionalText("description"));
    }

    private static Fields attribute(Attribute attribute) {
        return new Fields()
                .put("name", attribute.name())
                .put("type", attribute.type())
                .put("description", attribute.description());
    }

    private static Attribute attribute(JsonObject attribute) {
        return new Attribute(
                attribute.text("name"),
                attribute.constant("type", AttributeType.class),
                attribute.optionalText("description"));
    }

    private static Fields key(KeySchema key) {
        return new Fields().list("partitionKey", key.partitionKey()).list("sortKey", key.sortKey());
    }

    private static KeySchema key(JsonObject key) {
        return new KeySchema(key.texts("partitionKey"), key.texts("sortKey"));
    }

    private static Fields index(GlobalIndex index) {
        return new Fields()
                .put("name", index.name())
                .put("key", key(index.key()))
                .put("projection", projection(index.projection()))
                .put("description", index.description());
    }

    private static GlobalIndex index(JsonObject index) {
        return new GlobalIndex(
                index.text("name"),
                index.object("key", DynamoJson::key),
                index.object("projection", DynamoJson::projection),
                Capacity.UNSPECIFIED,
                null,
                index.optionalText("description"));
    }

    private static Fields projection(Projection projection) {
        return switch (projection) {
            case Projection.All() -> Fields.kind("all");
            case Projection.KeysOnly() -> Fields.kind("keysOnly");
            case Projection.Include(var attributes) -> Fields.kind("include").list("nonKeyAttributes", attributes);
        };
    }

    private static Projection projection(JsonObject projection) {
        return switch (projection.text("kind")) {
            case "all" -> new Projection.All();
            case "keysOnly" -> new Projection.KeysOnly();
            case "include" -> new Projection.Include(projection.texts("nonKeyAttributes"));
            default -> throw projection.problem("\"kind\" must be one of all, keysOnly, include");
        };
    }

    private static Fields billing(Billing billing) {
        return switch (billing) {
            case Billing.PayPerRequest perRequest -> Fields.kind("payPerRequest");
            case Billing.Provisioned provisioned ->
                Fields.kind("provisioned").put("throughput", throughput(provisioned.throughput()));
        };
    }

    private static Billing billing(JsonObject billing) {
        return switch (billing.text("kind")) {
            case "payPerRequest" -> Billing.payPerRequest();
            case "provisioned" -> Billing.provisioned(billing.object("throughput", DynamoJson::throughput));
            default -> throw billing.problem("\"kind\" must be one of payPerRequest, provisioned");
        };
    }

    private static Fields throughput(Throughput throughput) {
        return new Fields()
                .put("readCapacityUnits", throughput.readCapacityUnits())
                .put("writeCapacityUnits", throughput.writeCapacityUnits());
    }

    private static Throughput throughput(JsonObject throughput) {
        return new Throughput(throughput.whole("readCapacityUnits"), throughput.whole("writeCapacityUnits"));
    }
}
