package dev.plinth.json;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.TableSettings;

/** DynamoDB tables. What is not declared is left out. */
final class DynamoJson {

    private DynamoJson() {}

    static Fields write(DynamoTable table) {
        return new Fields()
                .put("name", table.name())
                .put("description", table.description())
                .each("attributes", table.attributes(), DynamoJson::attribute)
                .put("key", key(table.key()))
                .each("localIndexes", table.localIndexes(), DynamoIndexJson::local)
                .each("globalIndexes", table.globalIndexes(), DynamoIndexJson::global)
                .each("vectorIndexes", table.vectorIndexes(), DynamoIndexJson::vector)
                .put("billing", billing(table.billing()))
                .all(DynamoSettingsJson.write(table.settings()));
    }

    static DynamoTable read(JsonObject table) {
        TableSettings settings = DynamoSettingsJson.read(table);
        return new DynamoTable(
                table.text("name"),
                table.each("attributes", DynamoJson::attribute),
                table.object("key", DynamoJson::key),
                table.each("localIndexes", DynamoIndexJson::local),
                table.each("globalIndexes", DynamoIndexJson::global),
                table.each("vectorIndexes", DynamoIndexJson::vector),
                table.object("billing", DynamoJson::billing),
                settings,
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

    static Fields key(KeySchema key) {
        return new Fields().list("partitionKey", key.partitionKey()).list("sortKey", key.sortKey());
    }

    static KeySchema key(JsonObject key) {
        return new KeySchema(key.texts("partitionKey"), key.texts("sortKey"));
    }

    private static Fields billing(Billing billing) {
        return switch (billing) {
            case Billing.PayPerRequest(var maximum) ->
                Fields.kind("payPerRequest").put("onDemandThroughput", CapacityJson.onDemand(maximum));
            case Billing.Provisioned(var throughput, var scaling) ->
                Fields.kind("provisioned")
                        .put("throughput", CapacityJson.throughput(throughput))
                        .put("autoScaling", CapacityJson.scaling(scaling));
        };
    }

    private static Billing billing(JsonObject billing) {
        return switch (billing.text("kind")) {
            case "payPerRequest" ->
                new Billing.PayPerRequest(
                        billing.optionalObject("onDemandThroughput", CapacityJson::onDemand).orElse(null));
            case "provisioned" ->
                new Billing.Provisioned(
                        billing.object("throughput", CapacityJson::throughput), CapacityJson.autoScaling(billing));
            default -> throw billing.problem("\"kind\" must be one of payPerRequest, provisioned");
        };
    }
}
