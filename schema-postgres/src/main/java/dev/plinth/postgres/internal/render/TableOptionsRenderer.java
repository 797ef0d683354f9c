package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.naming.PartitionBoundText;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the columns of CREATE TABLE, and the marks that are set once table and index are there. Templates, as
 * jOOQ has no word for any of it.
 */
final class TableOptionsRenderer {

    private final KeyRenderer keys;

    TableOptionsRenderer(KeyRenderer keys) {
        this.keys = keys;
    }

    /** Between the name of a table and its columns. */
    static String partitionOf(@Nullable PartitionOf partition) {
        return partition == null ? "" : " PARTITION OF " + SqlText.qualified(partition.table());
    }

    /** Behind the columns. */
    QueryPart behind(TableOptions options) {
        PartitionOf partition = options.partitionOf();
        Partitioning partitioning = options.partitioning();
        String parents = options.inherits().stream().map(SqlText::qualified).collect(Collectors.joining(", "));
        return DSL.sql(
                "{0}{1}{2}{3}{4}{5}",
                Parts.raw(
                        partition == null
                                ? ""
                                : " " + PartitionBoundText.of(partition.bound(), SqlText::expression)),
                Parts.raw(parents.isEmpty() ? "" : " INHERITS (" + parents + ")"),
                partitioning == null ? Parts.raw("") : partitionBy(partitioning),
                Parts.raw(options.accessMethod() == null ? "" : " USING " + SqlText.word(options.accessMethod())),
                Parts.raw(KeyRenderer.with(options.parameters())),
                Parts.raw(
                        options.tablespace() == null ? "" : " TABLESPACE " + SqlText.identifier(options.tablespace())));
    }

    private QueryPart partitionBy(Partitioning partitioning) {
        return DSL.sql(
                " PARTITION BY {0} ({1})",
                Parts.raw(partitioning.strategy().name()),
                Parts.list(partitioning.keys().stream().map(keys::key).toList()));
    }

    /** The marks of a table that is created: those of indexes that are created later come with them. */
    static List<QueryPart> marks(Table table) {
        List<QueryPart> marks = new ArrayList<>();
        for (Constraint.Key key : table.constraints(Constraint.Key.class)) {
            table.options().marks(key.name()).forEach(mark -> marks.add(mark(table.name(), key.name(), mark)));
        }
        switch (table.options().replicaIdentity()) {
            case ReplicaIdentity.Full() -> marks.add(replicaIdentity(table.name(), "FULL"));
            case ReplicaIdentity.Nothing() -> marks.add(replicaIdentity(table.name(), "NOTHING"));
            case ReplicaIdentity.Default() -> {}
            case ReplicaIdentity.UsingIndex ignored -> {}
        }
        return marks;
    }

    /** Whether anything is set on a table, or on its columns, once it is created. */
    static boolean hasSettings(Table table) {
        return !marks(table).isEmpty()
                || table.columns().stream()
                        .anyMatch(it -> it.options().isLocal() && !settings(table.name(), it).isEmpty());
    }

    /** What a table says of an index that exists by then. */
    static QueryPart mark(QualifiedName table, String index, IndexMark mark) {
        return switch (mark) {
            case CLUSTER_ON -> DSL.query("ALTER TABLE {0} CLUSTER ON {1}", Parts.name(table), DSL.name(index));
            case REPLICA_IDENTITY -> replicaIdentity(table, "USING INDEX " + SqlText.identifier(index));
        };
    }

    private static QueryPart replicaIdentity(QualifiedName table, String identity) {
        return DSL.query("ALTER TABLE {0} REPLICA IDENTITY {1}", Parts.name(table), Parts.raw(identity));
    }

    /**
     * How a column that was just created is stored: CREATE TABLE has words for it only since PostgreSQL 16. A column of a table
     * that inherits is stored as the one above, and has statistics of its own.
     */
    static List<QueryPart> settings(QualifiedName table, Column column) {
        ColumnOptions options = column.options();
        List<QueryPart> settings = new ArrayList<>();
        if (options.storage() != null) {
            settings.add(setting("TABLE", table, column, "SET STORAGE " + options.storage()));
        }
        if (options.statistics() != null) {
            settings.add(setting("TABLE ONLY", table, column, "SET STATISTICS " + options.statistics()));
        }
        if (!options.parameters().isEmpty()) {
            settings.add(setting("TABLE", table, column, "SET (" + KeyRenderer.list(options.parameters()) + ")"));
        }
        return settings;
    }

    private static QueryPart setting(String what, QualifiedName table, Column column, String setting) {
        return DSL.query(
                "ALTER {0} {1} ALTER COLUMN {2} {3}",
                Parts.raw(what),
                Parts.name(table),
                DSL.name(column.name()),
                Parts.raw(setting));
    }
}
