package dev.plinth.json;

import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.model.dynamo.VectorIndex.DistanceFunction;

/** Indexes of DynamoDB tables. */
final class DynamoIndexJson {

    private DynamoIndexJson() {}

    static Fields local(LocalIndex index) {
        return new Fields()
                .put("name", index.name())
                .put("sortKey", index.sortKey())
                .put("projection", projection(index.projection()))
                .put("description", index.description());
    }

    static LocalIndex local(JsonObject index) {
        return new LocalIndex(
                index.text("name"),
                index.text("sortKey"),
                index.object("projection", DynamoIndexJson::projection),
                index.optionalText("description"));
    }

    static Fields global(GlobalIndex index) {
        Capacity capacity = index.capacity();
        return new Fields()
                .put("name", index.name())
                .put("key", DynamoJson.key(index.key()))
                .put("projection", projection(index.projection()))
                .put("throughput", CapacityJson.throughput(capacity.throughput()))
                .put("autoScaling", CapacityJson.scaling(capacity.autoScaling()))
                .put("onDemandThroughput", CapacityJson.onDemand(capacity.onDemandThroughput()))
                .put("warmThroughput", CapacityJson.warm(capacity.warmThroughput()))
                .put("contributorInsights", index.contributorInsights())
                .put("description", index.description());
    }

    static GlobalIndex global(JsonObject index) {
        Capacity capacity = new Capacity(
                index.optionalObject("throughput", CapacityJson::throughput).orElse(null),
                CapacityJson.autoScaling(index),
                index.optionalObject("onDemandThroughput", CapacityJson::onDemand).orElse(null),
                index.optionalObject("warmThroughput", CapacityJson::warm).orElse(null));
        return new GlobalIndex(
                index.text("name"),
                index.object("key", DynamoJson::key),
                index.object("projection", DynamoIndexJson::projection),
                capacity,
                index.optionalConstant("contributorInsights", ContributorInsights.class),
                index.optionalText("description"));
    }

    static Fields vector(VectorIndex index) {
        return new Fields()
                .put("name", index.name())
                .put("vectorAttribute", index.vectorAttribute())
                .put("dimensions", index.dimensions())
                .put("distanceFunction", index.distanceFunction())
                .put("partitionKey", index.partitionKey())
                .list("filterAttributes", index.filterAttributes())
                .put("projection", projection(index.projection()))
                .put("description", index.description());
    }

    static VectorIndex vector(JsonObject index) {
        return new VectorIndex(
                index.text("name"),
                index.text("vectorAttribute"),
                index.whole("dimensions"),
                index.constant("distanceFunction", DistanceFunction.class),
                index.optionalText("partitionKey"),
                index.texts("filterAttributes"),
                index.object("projection", DynamoIndexJson::projection),
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
}
