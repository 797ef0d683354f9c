package dev.plinth.dynamo.internal.workbench;

import dev.plinth.dsl.SchemaDsl;
import dev.plinth.dynamo.internal.json.JsonTree;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data model as a schema, which passes the same rules as one from the DSL. */
public final class ModelReader {

    private final List<String> leftOut = new ArrayList<>();

    /** What the schema has no place for, one line for each, once it is read. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * Reads the JSON.
     *
     * @throws IllegalArgumentException when it is no data model, with the path of what is wrong
     */
    public Schema schema(String json) {
        return new Part("", JsonTree.object(json), leftOut).read(model -> {
            String name = model.text("ModelName");
            List<DynamoTable> tables = model.objects("DataModel", this::table);
            Schema schema = SchemaDsl.schema(name, tables);
            // author and dates are about the file
            String description = model.optionalObject("ModelMetadata", metadata -> {
                Stream.of("Author", "DateCreated", "DateLastModified", "AWSService", "Version")
                        .forEach(metadata::optionalText);
                return metadata.optionalText("Description").orElse("");
            }).orElse("");
            return description.isEmpty() ? schema : schema.describe(description);
        });
    }

    private DynamoTable table(Part table) {
        String name = table.text("TableName");
        table.rename("table " + name);
        Attributes attributes = new Attributes();
        KeySchema key = table.object("KeyAttributes", attributes::key);
        table.objects("NonKeyAttributes", attributes::attribute);
        Billing billing = Capacities.read(table);
        List<GlobalIndex> indexes = table.objects("GlobalSecondaryIndexes", index -> index(index, attributes, billing));
        capacityOfIndexes(table, indexes, billing);
        examples(table);
        return new DynamoTable(
                name, attributes.all(), key, List.of(), indexes, List.of(), billing, TableSettings.NONE, null);
    }

    private static GlobalIndex index(Part index, Attributes attributes, Billing billing) {
        Capacity capacity = switch (billing) {
            case Billing.PayPerRequest perRequest -> Capacity.UNSPECIFIED;
            case Billing.Provisioned provisioned -> Capacity.provisioned(provisioned.throughput());
        };
        return new GlobalIndex(
                index.text("IndexName"),
                index.object("KeyAttributes", attributes::key),
                index.object("Projection", ModelReader::projection),
                capacity,
                null,
                null);
    }

    private static Projection projection(Part projection) {
        String type = projection.text("ProjectionType");
        List<String> names = projection.texts("NonKeyAttributes");
        return switch (type) {
            case "ALL" -> new Projection.All();
            case "KEYS_ONLY" -> new Projection.KeysOnly();
            case "INCLUDE" -> new Projection.Include(names);
            default -> throw projection.problem(
                    "\"ProjectionType\" is \"" + type + "\" but must be ALL, KEYS_ONLY or INCLUDE");
        };
    }

    /** A data model has no capacity of an index, and an index of such a table needs one. */
    private static void capacityOfIndexes(Part table, List<GlobalIndex> indexes, Billing billing) {
        if (billing instanceof Billing.Provisioned && !indexes.isEmpty()) {
            table.leftOut("no capacity is said for its indexes ("
                    + indexes.stream().map(GlobalIndex::name).collect(Collectors.joining(", "))
                    + "); they have that of the table");
        }
    }

    /** What shows how a table is used, and is no part of it. */
    private static void examples(Part table) {
        int items = table.list("TableData").size();
        if (items > 0) {
            table.leftOut(items + " items of TableData");
        }
        List<?> facets = table.list("TableFacets");
        if (!facets.isEmpty()) {
            table.leftOut(facets.size() + " TableFacets");
        }
        // an empty one is in every model
        table.optionalObject("DataAccess", access -> access.optionalObject("MySql", mySql -> ""));
    }
}
