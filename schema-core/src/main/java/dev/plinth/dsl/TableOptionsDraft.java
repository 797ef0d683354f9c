package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What has been said of a table besides its columns and what is built on them. */
final class TableOptionsDraft {

    private final TableDraft table;
    private final @Nullable TableDraft whole;
    private final List<QualifiedName> inherits = new ArrayList<>();
    private final List<TableDraft> partitions = new ArrayList<>();
    private @Nullable PartitionBound bound;
    private Partitioning.@Nullable Strategy strategy;
    private List<IndexKey> keys = List.of();
    private boolean unlogged;
    private @Nullable String accessMethod;
    private StorageParameters parameters = StorageParameters.NONE;
    private @Nullable String tablespace;
    private @Nullable String clusterOn;
    private @Nullable ReplicaIdentity replicaIdentity;

    /** @param whole the partitioned table, where this is a partition */
    TableOptionsDraft(TableDraft table, @Nullable TableDraft whole) {
        this.table = table;
        this.whole = whole;
    }

    void inherit(@Nullable Table parent) {
        table.requireOpen();
        if (parent == null) {
            throw table.refusal("inherits from a table that is null", "Declare the parent above it.");
        }
        inherits.add(parent.name());
        for (Column column : parent.columns()) {
            Column passedOn = inherited(column, parent.name());
            ColumnHandle known = table.columns.get(column.name());
            if (known == null) {
                table.columns.put(column.name(), ColumnHandle.inherited(table, passedOn));
            } else {
                known.options.alsoInherit(passedOn);
            }
        }
    }

    void partitionBy(Partitioning.Strategy wanted, List<IndexedKey> wantedKeys) {
        table.requireUnsaid("partitionBy" + spelling(wanted) + "(...)", strategy);
        wantedKeys.forEach(key -> IndexStatement.requireOwn(table, key));
        strategy = wanted;
        keys = wantedKeys.stream().map(IndexedKey::toModel).toList();
    }

    private static String spelling(Partitioning.Strategy strategy) {
        return strategy.name().charAt(0) + strategy.name().substring(1).toLowerCase(Locale.ROOT);
    }

    void partition(QualifiedName name, Consumer<PartitionBuilder> values, Consumer<TableBuilder> own) {
        table.requireOpen();
        if (strategy == null) {
            throw table.refusal(
                    "is not partitioned, so it has no partition " + name.display(),
                    "Say t.partitionByRange(...) before.");
        }
        TableDraft partition = new TableDraft(name, table);
        PartitionBuilder builder = new PartitionBuilder(partition);
        values.accept(builder);
        partition.options.bound = builder.toModel();
        own.accept(new TableBuilder(partition));
        partition.close();
        partitions.add(partition);
    }

    void unlogged() {
        table.requireOpen();
        unlogged = true;
    }

    void using(String method) {
        accessMethod = table.block.named("using(...)", accessMethod, method);
    }

    void with(String parameter, String value) {
        parameters = table.with("the table", parameters, parameter, value);
    }

    void tablespace(String name) {
        tablespace = table.block.named("tablespace(...)", tablespace, name);
    }

    void clusterOn(String index) {
        clusterOn = table.block.named("clusterOn(...)", clusterOn, index);
    }

    void replicaIdentity(ReplicaIdentity identity) {
        table.requireUnsaid("the replica identity", replicaIdentity);
        replicaIdentity = identity;
    }

    boolean isPartition() {
        return whole != null;
    }

    /** Whether a column is one of the partitioned table, so that its partition has it too. */
    boolean isOfWhole(ColumnHandle column) {
        return whole != null && (column.belongsTo(whole) || whole.options.isOfWhole(column));
    }

    /** The column of the partitioned table by that name, as its partition has it. */
    @Nullable
    ColumnHandle columnOfWhole(String name) {
        if (whole == null) {
            return null;
        }
        ColumnHandle column = whole.columns.containsKey(name)
                ? whole.columns.get(name)
                : whole.options.columnOfWhole(name);
        return column == null
                ? null
                : ColumnHandle.inherited(table, inherited(column.toModel(whole.isInPrimaryKey(column)), whole.name()));
    }

    /** @param columns those of the table, which its partitions have too */
    TableOptions toModel(List<Column> columns) {
        return new TableOptions(
                strategy == null ? null : new Partitioning(strategy, keys, partitions(columns)),
                whole == null || bound == null ? null : new PartitionOf(whole.name(), bound),
                inherits,
                unlogged,
                accessMethod,
                parameters,
                tablespace,
                clusterOn,
                replicaIdentity == null ? ReplicaIdentity.DEFAULT : replicaIdentity);
    }

    private List<Table> partitions(List<Column> columns) {
        List<Column> passedOn =
                columns.stream().map(column -> inherited(column, table.name())).toList();
        return partitions.stream().map(draft -> new TableAssembly(draft, passedOn).table()).toList();
    }

    /** Neither identity nor the ownership of a sequence is inherited; what a serial defaults to is. */
    private static Column inherited(Column column, QualifiedName parent) {
        Generation generation = column.generation();
        Expression value = generation instanceof Generation.Serial serial
                ? new Expression.NextValue(parent.sibling(serial.sequence().name()))
                : column.defaultValue();
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                value,
                generation instanceof Generation.Computed ? generation : null,
                column.collation(),
                ColumnOptions.INHERITED,
                null);
    }
}
