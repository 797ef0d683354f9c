package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The statements of one table. Lives inside the lambda of {@code table(...)}: any call after the lambda has returned is
 * refused.
 */
public final class TableBuilder {

    private final TableDraft draft;

    TableBuilder(TableDraft draft) {
        this.draft = draft;
    }

    static Table build(QualifiedName name, Consumer<TableBuilder> body) {
        TableDraft draft = new TableDraft(name);
        body.accept(new TableBuilder(draft));
        draft.close();
        return new TableAssembly(draft).table();
    }

    /** The name of the table, without its namespace. */
    public String name() {
        return draft.name().name();
    }

    /** A column, nullable and without default where nothing else is said. */
    public ColumnHandle column(String name, ColumnType type) {
        return draft.column(name, type);
    }

    /** A serial column: NOT NULL, numbered by a sequence that it owns. */
    public ColumnHandle column(String name, Serial serial) {
        return draft.column(name, new ColumnType.BuiltIn(serial.type(), List.of())).serial(serial);
    }

    /** A column that the table inherits, or that the table has of which this is a partition; or an own one by its name. */
    public ColumnHandle column(String name) {
        return draft.column(name);
    }

    /** INHERITS: the columns and checks of other tables; {@code t.column("name")} is one of their columns. */
    public TableBuilder inherits(Table first, Table... more) {
        Stream.concat(Stream.of(first), Stream.of(more)).forEach(draft.options::inherit);
        return this;
    }

    /** PARTITION BY RANGE: each partition has the rows between two bounds. */
    public TableBuilder partitionByRange(IndexedKey first, IndexedKey... more) {
        return partitionBy(Partitioning.Strategy.RANGE, first, more);
    }

    /** PARTITION BY LIST: each partition has the rows with certain values. */
    public TableBuilder partitionByList(IndexedKey key) {
        return partitionBy(Partitioning.Strategy.LIST, key);
    }

    /** PARTITION BY HASH: each partition has a share of the rows. */
    public TableBuilder partitionByHash(IndexedKey first, IndexedKey... more) {
        return partitionBy(Partitioning.Strategy.HASH, first, more);
    }

    private TableBuilder partitionBy(Partitioning.Strategy strategy, IndexedKey first, IndexedKey... more) {
        draft.options.partitionBy(
                strategy, Stream.concat(Stream.of(first), Stream.of(more)).toList());
        return this;
    }

    /** PARTITION OF this table: {@code t.partition("events_2026", p -> p.from("2026-01-01").to("2027-01-01"))}. */
    public TableBuilder partition(String name, Consumer<PartitionBuilder> values) {
        return partition(name, values, own -> {});
    }

    /** The same with something of its own: indexes, constraints, triggers, defaults, storage, partitions of it. */
    public TableBuilder partition(String name, Consumer<PartitionBuilder> values, Consumer<TableBuilder> own) {
        draft.options.partition(draft.name().sibling(name), values, own);
        return this;
    }

    /** A partition in another namespace than this table: {@code t.partition(namespace("parts"), "events_2026", p -> ...)}. */
    public TableBuilder partition(Namespace namespace, String name, Consumer<PartitionBuilder> values) {
        return partition(namespace, name, values, own -> {});
    }

    /** The same with something of its own; partitions of it are in its namespace. */
    public TableBuilder partition(
            Namespace namespace, String name, Consumer<PartitionBuilder> values, Consumer<TableBuilder> own) {
        draft.options.partition(namespace.named(name), values, own);
        return this;
    }

    /** UNLOGGED: not written to the log, and so empty after a crash and on replicas. */
    public TableBuilder unlogged() {
        draft.options.unlogged();
        return this;
    }

    /** WITH a storage parameter that is a whole number: {@code with("fillfactor", 70)}. */
    public TableBuilder with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    /** WITH a storage parameter that is a number: {@code with("autovacuum_vacuum_scale_factor", 0.02)}. */
    public TableBuilder with(String parameter, double value) {
        return with(parameter, BigDecimal.valueOf(value).toPlainString());
    }

    /** WITH a storage parameter that is on or off: {@code with("toast.autovacuum_enabled", false)}. */
    public TableBuilder with(String parameter, boolean value) {
        return with(parameter, Boolean.toString(value));
    }

    /** WITH a storage parameter that is a word. */
    public TableBuilder with(String parameter, String value) {
        draft.options.with(parameter, value);
        return this;
    }

    /** USING a table access method; {@code heap} where nothing is said. */
    public TableBuilder using(String accessMethod) {
        draft.options.using(accessMethod);
        return this;
    }

    /** TABLESPACE; that of the database where nothing is said. */
    public TableBuilder tablespace(String name) {
        draft.options.tablespace(name);
        return this;
    }

    /** CLUSTER ON an index of the table, by its name: the one by which CLUSTER sorts it. */
    public TableBuilder clusterOn(String index) {
        draft.options.clusterOn(index);
        return this;
    }

    /** REPLICA IDENTITY FULL: logical replication writes the whole of a row that is changed or deleted. */
    public TableBuilder replicaIdentityFull() {
        return replicaIdentity(new ReplicaIdentity.Full());
    }

    /** REPLICA IDENTITY NOTHING: changed and deleted rows are not replicated. */
    public TableBuilder replicaIdentityNothing() {
        return replicaIdentity(new ReplicaIdentity.Nothing());
    }

    /** REPLICA IDENTITY USING INDEX: the columns of a unique index, by its name. */
    public TableBuilder replicaIdentityUsingIndex(String index) {
        return replicaIdentity(new ReplicaIdentity.UsingIndex(index));
    }

    private TableBuilder replicaIdentity(ReplicaIdentity identity) {
        draft.options.replicaIdentity(identity);
        return this;
    }

    /** PRIMARY KEY (columns), which makes them NOT NULL. */
    public KeyStatement primaryKey(ColumnHandle... columns) {
        return draft.primaryKey(List.of(columns));
    }

    /** UNIQUE (columns). */
    public KeyStatement unique(ColumnHandle... columns) {
        return draft.unique(List.of(columns));
    }

    /** FOREIGN KEY (columns); go on with {@code references}. */
    public ForeignKeyStatement foreignKey(ColumnHandle... columns) {
        return draft.begin(draft.foreignKey(List.of(columns)), TableBuilder.class);
    }

    /** CONSTRAINT name CHECK (sql). */
    public CheckStatement check(String name, String sql) {
        draft.requireOpen();
        draft.claimConstraint(name);
        return draft.check(new CheckStatement(draft, name, "", new Expression.Sql(sql)));
    }

    /**
     * EXCLUDE (key WITH operator, ...): no two rows for which all operators are true. Go on with {@code using}; a b-tree
     * where nothing is said.
     */
    public ExclusionStatement exclude(ExcludedKey first, ExcludedKey... more) {
        return draft.exclude(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** An index with PostgreSQL's own default name. */
    public IndexStatement index(IndexedKey first, IndexedKey... more) {
        return draft.index(null).on(first, more);
    }

    /** An index with a name of its own; go on with {@code on}. */
    public IndexStatement index(String name) {
        return draft.begin(draft.index(name), TableBuilder.class);
    }

    /** A trigger; go on with {@code before} or {@code after}, {@code forEachRow}, and {@code execute}. */
    public TriggerStatement trigger(String name) {
        return draft.begin(draft.trigger(name, false), TableBuilder.class);
    }

    /** A constraint trigger: AFTER, FOR EACH ROW, and as late as it is deferred. */
    public TriggerStatement constraintTrigger(String name) {
        return draft.begin(draft.trigger(name, true), TableBuilder.class);
    }

    /** ENABLE ROW LEVEL SECURITY: everybody but the owner sees and writes only what policies let through. */
    public TableBuilder enableRowLevelSecurity() {
        draft.requireOpen();
        draft.rowSecurityEnabled = true;
        return this;
    }

    /** FORCE ROW LEVEL SECURITY: the owner is subject to the policies too, where it is enabled. */
    public TableBuilder forceRowLevelSecurity() {
        draft.requireOpen();
        draft.rowSecurityForced = true;
        return this;
    }

    /** A policy; go on with {@code using} or {@code withCheck}. */
    public PolicyStatement policy(String name) {
        return draft.begin(draft.policy(name), TableBuilder.class);
    }

    /** A rewrite rule; go on with {@code on} and {@code doInstead} or {@code doAlso}. A trigger is nearly always better. */
    public RuleStatement rule(String name) {
        return draft.begin(draft.rule(name), TableBuilder.class);
    }

    /** The statements of a mixin, at this place of the table. */
    public <H> H include(Mixin<H> mixin) {
        draft.requireOpen();
        return mixin.addTo(this);
    }

    /** Documentation that stays in the model. */
    public TableBuilder describe(String text) {
        draft.requireOpen();
        draft.description = text;
        return this;
    }

    /** COMMENT ON TABLE, which is stored in the database. */
    public TableBuilder comment(String text) {
        draft.comment = draft.comment("the table", draft.comment, text);
        return this;
    }
}
