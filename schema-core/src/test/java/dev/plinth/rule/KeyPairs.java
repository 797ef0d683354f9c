package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.SET_DEFAULT;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Primary keys, unique constraints and foreign keys. */
final class KeyPairs {

    private static final Table TENANTS_BY_CODE = table("tenants", t -> t.column("code", varchar(9)).primaryKey());

    private static final Table TENANTS = table("tenants", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("code", text());
    });

    private KeyPairs() {}

    static List<Pair> pairs() {
        return List.of(
                reference("an unknown table", "tennants", uuid(), "ERROR users -> \"tennants\" UnresolvedReference"),
                reference("a table far from any", "xyz", uuid(), "ERROR users -> \"xyz\" UnresolvedReference"),
                reference("a table and its column, as in SQL", "tenants(id)", uuid(),
                        "ERROR users -> \"tenants(id)\" UnresolvedReference"),
                reference("another type", "tenants", text(), "ERROR users.tenant_id ForeignKeyType"),
                Pair.schemas(
                        "a table of another namespace by its bare name",
                        () -> Pair.schema(TENANTS,
                                namespace("sales").table("orders",
                                        t -> t.column("tenant_id", uuid()).references("tenants"))),
                        "ERROR sales.orders -> \"sales.tenants\" UnresolvedReference",
                        () -> Pair.schema(TENANTS,
                                namespace("sales").table("orders",
                                        t -> t.column("tenant_id", uuid()).references(TENANTS.name())))),
                Pair.schemas(
                        "a table that is not listed",
                        () -> Pair.schema(users(TENANTS)),
                        "ERROR users -> \"tenants\" UnresolvedReference",
                        () -> Pair.schema(users(TENANTS), TENANTS)),
                Pair.of(
                        "a parent without primary key, by name",
                        () -> table("nodes", t -> t.column("parent", integer()).references("nodes")),
                        "ERROR nodes -> \"nodes\" UnresolvedReference",
                        () -> table("nodes", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("parent", integer()).references("nodes");
                        })),
                Pair.of(
                        "an unknown column, by name",
                        () -> self("codes"),
                        "ERROR nodes -> \"nodes\" UnresolvedReference",
                        () -> self("code")),
                Pair.of(
                        "other types that no b-tree compares",
                        () -> typed(doublePrecision(), numeric()),
                        "ERROR nodes.parent ForeignKeyType",
                        () -> typed(numeric(), doublePrecision())),
                Pair.of(
                        "a moment and a number",
                        () -> typed(date(), integer()),
                        "ERROR nodes.parent ForeignKeyType",
                        () -> typed(date(), timestamp())),
                Pair.of(
                        "one column for a key of two, by name",
                        () -> composite(1),
                        "ERROR nodes.nodes_a_fkey ForeignKeyColumnCount",
                        () -> composite(2)),
                Pair.schemas(
                        "columns that are no key",
                        () -> Pair.schema(TENANTS, byCode(TENANTS)),
                        "ERROR users.users_code_fkey UnkeyedReference",
                        () -> Pair.schema(withUniqueIndex(), byCode(withUniqueIndex()))),
                Pair.schemas(
                        "a key that only the table above a child has",
                        KeyPairs::child,
                        "ERROR users.users_code_fkey UnkeyedReference",
                        KeyPairs::partition),
                Pair.of(
                        "SET NULL on a column that cannot be null",
                        () -> table("nodes", t -> {
                            var id = t.column("id", integer()).primaryKey();
                            t.foreignKey(id).references("nodes").onDelete(SET_NULL);
                        }),
                        "ERROR nodes.id SetNullAction",
                        () -> table("nodes", t -> {
                            t.column("id", integer()).primaryKey();
                            t.foreignKey(t.column("parent", integer())).references("nodes").onDelete(SET_NULL);
                        })),
                Pair.of(
                        "SET DEFAULT without a default",
                        () -> table("nodes", t -> {
                            t.column("id", integer()).primaryKey();
                            t.foreignKey(t.column("a", integer()).notNull()).references("nodes").onDelete(SET_DEFAULT);
                            t.foreignKey(t.column("b", integer())).references("nodes").onUpdate(SET_DEFAULT);
                        }),
                        """
                        ERROR nodes.a SetDefaultAction
                        WARNING nodes.b SetDefaultAction""",
                        () -> table("nodes", t -> {
                            t.column("id", integer()).primaryKey();
                            var parent = t.column("parent", integer()).notNull().defaultTo(literal(0));
                            t.foreignKey(parent).references("nodes").onDelete(SET_DEFAULT);
                        })),
                Pair.of(
                        "a column twice in a key",
                        () -> table("t", t -> {
                            var a = t.column("a", integer());
                            t.unique(a, a);
                            t.primaryKey(a, a);
                            t.index("twice").on(a).include(a);
                        }),
                        """
                        ERROR t.t_a_a1_key RepeatedColumn
                        ERROR t.t_pkey RepeatedColumn
                        WARNING t.twice RepeatedColumn""",
                        () -> table("t", t -> {
                            var a = t.column("a", integer());
                            var b = t.column("b", integer());
                            t.unique(a, b);
                            t.primaryKey(b, a);
                        })),
                Pair.of("33 columns in a key", () -> keyed(33), "ERROR t.t_pkey KeyLength", () -> keyed(32)),
                Pair.schemas(
                        "a key over a column that is not there",
                        () -> Pair.unchecked(handmade(true, new PrimaryKey("t_pkey", List.of("ib"), null))),
                        "ERROR t.t_pkey UnknownColumn",
                        () -> Pair.unchecked(handmade(false, new PrimaryKey("t_pkey", List.of("id"), null)))),
                Pair.schemas(
                        "two primary keys, and one that is nullable",
                        () -> Pair.unchecked(handmade(
                                true,
                                new PrimaryKey("t_pkey", List.of("id"), null),
                                new PrimaryKey("t_pkey2", List.of("id"), null))),
                        """
                        ERROR t.id PrimaryKeyShape
                        ERROR t.t_pkey2 PrimaryKeyShape""",
                        () -> Pair.unchecked(handmade(false, new PrimaryKey("t_pkey", List.of("id"), null)))));
    }

    /** A reference by name is checked when the schema is assembled, not when it is written. */
    private static Pair reference(String title, String target, ColumnType type, String expected) {
        return Pair.schemas(
                "a reference to " + title,
                () -> Pair.schema(TENANTS, table("users", t -> t.column("tenant_id", type).references(target))),
                expected,
                () -> Pair.schema(TENANTS, table("users", t -> t.column("tenant_id", uuid()).references("tenants"))));
    }

    private static Table users(Table parent) {
        return table("users", t -> t.column("tenant_id", uuid()).references(parent));
    }

    private static Table self(String column) {
        return table("nodes", t -> {
            t.column("code", integer()).unique();
            t.foreignKey(t.column("parent", integer())).references("nodes", column);
        });
    }

    private static Table typed(ColumnType from, ColumnType to) {
        return table("nodes", t -> {
            t.column("id", to).primaryKey();
            t.column("parent", from).references("nodes");
        });
    }

    private static Table composite(int columns) {
        return table("nodes", t -> {
            var a = t.column("a", integer());
            var b = t.column("b", integer());
            t.primaryKey(a, b);
            t.foreignKey(List.of(a, b).subList(0, columns).toArray(ColumnHandle[]::new)).references("nodes");
        });
    }

    private static Table byCode(Table parent) {
        return table("users", t -> t.foreignKey(t.column("code", varchar(9))).references(parent, "code"));
    }

    private static Table withUniqueIndex() {
        return table("tenants", t -> t.index(t.column("code", text())).unique());
    }

    private static Schema child() {
        Table child = table("some", t -> t.inherits(TENANTS_BY_CODE));
        return Pair.schema(TENANTS_BY_CODE, child, byCode(child));
    }

    private static Schema partition() {
        Table tenants = table("tenants", t -> {
            ColumnHandle code = t.column("code", varchar(9)).primaryKey();
            t.partitionByList(code);
            t.partition("some", p -> p.in("a", "b"));
        });
        return Pair.schema(
                tenants, byCode(tenants.options().partitioning().partitions().getFirst()));
    }

    private static Table keyed(int columns) {
        return table("t", t -> t.primaryKey(IntStream.range(0, columns)
                .mapToObj(i -> t.column("c" + i, integer()))
                .toArray(ColumnHandle[]::new)));
    }

    private static Table handmade(boolean nullable, Constraint... constraints) {
        Column id = new Column("id", integer(), nullable, null, null);
        return new Table(QualifiedName.of("t"), List.of(id), List.of(constraints), List.of(), List.of(), null);
    }
}
