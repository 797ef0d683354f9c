package dev.plinth.json;

import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnOptions.Origin;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.TableOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partitions, inheritance and storage of tables, and what is said of the storage of columns. */
final class TableOptionsJson {

    private static final String KIND = "kind";

    private TableOptionsJson() {}

    static Fields write(TableOptions options) {
        return new Fields()
                .put("partitionBy", partitioning(options.partitioning()))
                .put("partitionOf", partitionOf(options.partitionOf()))
                .each("inherits", options.inherits(), name -> NameJson.write(name, "name"))
                .flag("unlogged", options.unlogged())
                .put("accessMethod", options.accessMethod())
                .put("with", StorageJson.parameters(options.parameters()))
                .put("tablespace", options.tablespace())
                .put("clusterOn", options.clusterOn())
                .put("replicaIdentity", replicaIdentity(options.replicaIdentity()));
    }

    static TableOptions read(JsonObject table) {
        return new TableOptions(
                table.optionalObject("partitionBy", TableOptionsJson::partitioning).orElse(null),
                table.optionalObject("partitionOf", TableOptionsJson::partitionOf).orElse(null),
                table.each("inherits", name -> NameJson.read(name, "name")),
                table.flag("unlogged"),
                table.optionalText("accessMethod"),
                StorageJson.parameters(table),
                table.optionalText("tablespace"),
                table.optionalText("clusterOn"),
                table.optionalObject("replicaIdentity", TableOptionsJson::replicaIdentity)
                        .orElse(ReplicaIdentity.DEFAULT));
    }

    static Fields write(ColumnOptions options) {
        return new Fields()
                .put("origin", options.isLocal() ? null : options.origin())
                .put("notNullName", options.notNullName())
                .put("storage", options.storage())
                .put("compression", options.compression())
                .put("statistics", options.statistics())
                .put("with", StorageJson.parameters(options.parameters()));
    }

    static ColumnOptions columnOptions(JsonObject column) {
        return new ColumnOptions(
                column.constant("origin", Origin.LOCAL),
                notNullName(column),
                column.optionalConstant("storage", ColumnOptions.Storage.class),
                column.optionalText("compression"),
                column.has("statistics") ? column.integer("statistics") : null,
                StorageJson.parameters(column));
    }

    private static @Nullable String notNullName(JsonObject column) {
        if (column.has("notNullName") && !column.flag("notNull")) {
            throw column.problem("\"notNullName\" is the name of what \"notNull\" says, which is not there");
        }
        return column.optionalText("notNullName");
    }

    /** Its partitions are tables of the schema. */
    private static @Nullable Fields partitioning(@Nullable Partitioning partitioning) {
        return partitioning == null
                ? null
                : new Fields()
                        .put("strategy", partitioning.strategy())
                        .each("keys", partitioning.keys(), IndexJson::key);
    }

    private static Partitioning partitioning(JsonObject partitioning) {
        return new Partitioning(
                partitioning.constant("strategy", Partitioning.Strategy.class),
                partitioning.each("keys", IndexJson::key),
                List.of());
    }

    private static @Nullable Fields partitionOf(@Nullable PartitionOf partition) {
        return partition == null
                ? null
                : NameJson.write(partition.table(), "table").put("bound", bound(partition.bound()));
    }

    private static PartitionOf partitionOf(JsonObject partition) {
        return new PartitionOf(
                NameJson.read(partition, "table"), partition.object("bound", TableOptionsJson::bound));
    }

    private static Fields bound(PartitionBound bound) {
        return switch (bound) {
            case PartitionBound.Range(var from, var to) ->
                Fields.kind("range").each("from", from, ExpressionJson::write).each("to", to, ExpressionJson::write);
            case PartitionBound.In(var values) -> Fields.kind("in").each("values", values, ExpressionJson::write);
            case PartitionBound.Remainder(var modulus, var remainder) ->
                Fields.kind("remainder").put("modulus", modulus).put("remainder", remainder);
            case PartitionBound.Otherwise() -> Fields.kind("otherwise");
        };
    }

    private static PartitionBound bound(JsonObject bound) {
        return switch (bound.text(KIND)) {
            case "range" ->
                new PartitionBound.Range(
                        bound.each("from", ExpressionJson::read), bound.each("to", ExpressionJson::read));
            case "in" -> new PartitionBound.In(bound.each("values", ExpressionJson::read));
            case "remainder" -> new PartitionBound.Remainder(bound.integer("modulus"), bound.integer("remainder"));
            case "otherwise" -> new PartitionBound.Otherwise();
            default -> throw bound.problem("\"kind\" must be one of range, in, remainder, otherwise");
        };
    }

    private static @Nullable Fields replicaIdentity(ReplicaIdentity identity) {
        return switch (identity) {
            case ReplicaIdentity.Default() -> null;
            case ReplicaIdentity.Full() -> Fields.kind("full");
            case ReplicaIdentity.Nothing() -> Fields.kind("nothing");
            case ReplicaIdentity.UsingIndex(var index) -> Fields.kind("index").put("name", index);
        };
    }

    private static ReplicaIdentity replicaIdentity(JsonObject identity) {
        return switch (identity.text(KIND)) {
            case "full" -> new ReplicaIdentity.Full();
            case "nothing" -> new ReplicaIdentity.Nothing();
            case "index" -> new ReplicaIdentity.UsingIndex(identity.text("name"));
            default -> throw identity.problem("\"kind\" must be one of full, nothing, index");
        };
    }
}
