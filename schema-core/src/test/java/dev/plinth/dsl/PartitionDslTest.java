package dev.plinth.dsl;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.PLAIN;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.json.SchemaJson;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnOptions.Origin;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PartitionDslTest {

    private static final Table EVENTS = table("events", t -> {
        var id = t.column("id", bigserial());
        t.column("kind", text()).storage(PLAIN).statistics(7);
        t.partitionByHash(id);
        t.partition("events_0", p -> p.modulus(2).remainder(0), own -> {
            own.column("kind").defaultTo(literal("y"));
            own.index(id, own.column("kind"));
        });
        t.column("late", integer());
        t.primaryKey(id, t.column("kind"));
        t.with("autovacuum_enabled", true);
        t.replicaIdentityNothing();
        t.tablespace("fast");
        t.using("columnar");
    });

    private static final Table CHILD = table("child", t -> {
        t.inherits(EVENTS);
        t.column("kind", text()).defaultTo(literal("x"));
        t.clusterOn("child_id_idx");
        t.replicaIdentityUsingIndex("child_id_idx");
        t.index(t.column("id")).unique();
        t.unlogged();
    });

    @Test
    void aPartitionIsATableOfTheSchemaBehindItsTable() {
        Schema schema = SchemaDsl.schema("test", table("plain", t -> t.column("id", integer())), ranged(p -> p.in(1)));

        assertThat(schema.tables()).extracting(it -> it.name().name()).containsExactly("plain", "t", "p");
        assertThat(schema.tables().get(2).options().partitionOf())
                .isEqualTo(new PartitionOf(
                        QualifiedName.of("t"), new PartitionBound.In(List.of(literal(1)))));
    }

    /** Declared behind the partition too; a serial is inherited as its default. */
    @Test
    void aPartitionHasTheColumnsOfItsTable() {
        Table partition = EVENTS.options().partitioning().partitions().getFirst();

        assertThat(partition.columns()).extracting(Column::name).containsExactly("id", "kind", "late");
        assertThat(partition.columns()).extracting(it -> it.options().origin())
                .containsExactly(Origin.INHERITED, Origin.REFINED, Origin.INHERITED);
        assertThat(partition.columns()).extracting(Column::nullable).containsExactly(false, false, true);
        assertThat(partition.columns().getFirst().generation()).isNull();
        assertThat(partition.columns().getFirst().defaultValue())
                .isEqualTo(new Expression.NextValue(QualifiedName.of("events_id_seq")));
    }

    /** NOT NULL where one parent says so, the one default there is, and its own before those of its parents. */
    @Test
    void aColumnOfSeveralTablesIsWhatAllSayOfIt() {
        Table plain = table("plain", t -> t.column("kind", text()));

        Column before = column(table("c", t -> {
            t.column("kind", text()).defaultTo(literal("own"));
            t.inherits(CHILD, named("y"));
        }));
        Column after = column(table("c", t -> t.inherits(plain, CHILD, named("x"))));

        assertThat(before)
                .isEqualTo(new Column("kind", text(), false, literal("own"), null, null, ColumnOptions.NONE, null));
        assertThat(after)
                .isEqualTo(new Column("kind", text(), false, literal("x"), null, null, ColumnOptions.INHERITED, null));
    }

    private static Table named(String kind) {
        return table("named", t -> t.column("kind", text()).defaultTo(literal(kind)));
    }

    private static Column column(Table table) {
        return table.columns().stream().filter(it -> it.name().equals("kind")).findFirst().orElseThrow();
    }

    @Test
    void whatIsSaidOfPartitionsAndStorageComesBackFromJson() {
        Schema schema = new Schema("test", List.of(), List.of(), List.of(EVENTS, CHILD,
                EVENTS.options().partitioning().partitions().getFirst(),
                ranged(p -> p.in(literal(1), SchemaDsl.NULL)).options().partitioning().partitions().getFirst(),
                ranged(p -> p.from(1).to(SchemaDsl.MAXVALUE)).options().partitioning().partitions().getFirst(),
                ranged(p -> p.otherwise()).options().partitioning().partitions().getFirst()), List.of(), null);
        Table listed = EVENTS.withOptions(EVENTS.options().withPartitioning(
                EVENTS.options().partitioning().withoutPartitions()));

        Schema read = SchemaJson.parse(SchemaJson.toJson(schema));

        assertThat(read.tables().getFirst()).isEqualTo(listed.withoutObjects());
        assertThat(read.tables().subList(1, 6)).isEqualTo(schema.tables().subList(1, 6));
    }

    @Test
    void whatCannotBeSaidIsRefusedOnItsLine() {
        assertRefused("t: is not partitioned, so it has no partition p",
                () -> table("t", t -> t.partition("p", p -> p.otherwise())));
        assertRefused("p: does not say which rows belong into it", () -> ranged(p -> {}));
        assertRefused("p: says from without to", () -> ranged(p -> p.from(1)));
        assertRefused("p: says modulus without remainder", () -> ranged(p -> p.modulus(4).in(1)));
        assertRefused("p: says modulus without remainder", () -> ranged(p -> p.modulus(4).otherwise()));
        assertRefused("p: says remainder without modulus", () -> ranged(p -> p.remainder(1)));
        assertRefused("p: already says which rows belong into it", () -> ranged(p -> p.in(1).otherwise()));
        assertRefused("p.b: a partition has the columns of its table and no others",
                () -> table("t", t -> {
                    t.partitionByList(t.column("a", integer()));
                    t.partition("p", p -> p.otherwise(), own -> own.column("b", integer()));
                }));
        assertRefused("c.id: is inherited", () -> table("c", t -> {
            t.inherits(CHILD);
            t.column("id").defaultTo(literal(1));
        }));
        assertRefused("c.id: is inherited, and so is how it is stored", () -> table("c", t -> {
            t.inherits(CHILD);
            t.column("id").statistics(1);
        }));
        assertRefused("c.kind: is inherited, and so is its collation", () -> table("c", t -> {
            t.inherits(CHILD);
            t.column("kind").collate("C");
        }));
        assertRefused("c.late: is inherited, and so is how its values come about", () -> table("c", t -> {
            t.inherits(CHILD);
            t.column("late").generatedAlwaysAs("1");
        }));
        assertRefused("c.kind: inherits several defaults", () -> table("c", t -> t.inherits(CHILD, named("y"))));
        assertRefused("c.ip: is no column of this table", () -> table("c", t -> t.column("ip")));
        assertRefused("t: partitionByList(...) was already said", () -> table("t", t -> {
            var a = t.column("a", integer());
            t.partitionByList(a);
            t.partitionByList(a);
        }));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(DslException.class).hasMessageContaining(message);
    }

    private static Table ranged(Consumer<PartitionBuilder> values) {
        return table("t", t -> {
            t.partitionByList(t.column("a", integer()));
            t.partition("p", values);
        });
    }
}
