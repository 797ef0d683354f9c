package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.Arrays;
import java.util.List;

/** Names: taken twice, too long, reserved. */
final class NamePairs {

    private static final Namespace SALES = namespace("sales");

    private NamePairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.schemas(
                        "one table twice",
                        () -> Pair.schema(users("id"), users("id")),
                        "ERROR users DuplicateTable",
                        () -> Pair.schema(users("id"), SALES.table("users", t -> t.column("id", integer())))),
                Pair.schemas(
                        "two indexes of one name in one namespace",
                        () -> Pair.schema(indexed("users", "by_email"), indexed("people", "by_email")),
                        "ERROR people.by_email RelationName",
                        () -> Pair.schema(
                                indexed("users", "by_email"),
                                SALES.table("people", t -> t.index("by_email").on(t.column("email", text()))))),
                Pair.schemas(
                        "an index named like a table",
                        () -> Pair.schema(indexed("users", "people"), table("people", t -> t.column("id", integer()))),
                        "ERROR users.people RelationName",
                        () -> Pair.schema(indexed("users", "peoples"),
                                table("people", t -> t.column("id", integer())))),
                Pair.schemas(
                        "a unique constraint named like the primary key of another table",
                        () -> Pair.schema(users("id"), named("people", "users_pkey")),
                        "ERROR people.users_pkey RelationName",
                        () -> Pair.schema(users("id"), named("people", "people_key"))),
                Pair.of(
                        "a table with its namespace in its name",
                        () -> table("sales.users", t -> t.column("id", integer())),
                        "ERROR sales.users DottedName",
                        () -> SALES.table("users", t -> t.column("id", integer()))),
                Pair.of(
                        "a table with a name of 64 bytes",
                        () -> table("t".repeat(64), t -> t.column("id", integer())),
                        "ERROR " + "t".repeat(64) + " IdentifierLength",
                        () -> table("t".repeat(63), t -> t.column("id", integer()))),
                Pair.of(
                        "a column with 32 characters of two bytes",
                        () -> table("users", t -> t.column("é".repeat(32), integer())),
                        "ERROR users." + "é".repeat(32) + " IdentifierLength",
                        () -> table("users", t -> t.column("é".repeat(31) + "e", integer()))),
                Pair.of(
                        "a trigger, an index and a constraint that are too long",
                        () -> longNames(64),
                        """
                        ERROR users.%s IdentifierLength
                        ERROR users.%s IdentifierLength
                        ERROR users.%s IdentifierLength"""
                                .formatted("c".repeat(64), "i".repeat(64), "t".repeat(64)),
                        () -> longNames(63)),
                Pair.of(
                        "an empty name",
                        () -> table("users", t -> t.column("", integer())),
                        "ERROR users. IdentifierLength",
                        () -> table("users", t -> t.column(" ", integer()))),
                Pair.of(
                        "a NUL in a name",
                        () -> table("users", t -> t.column("a\0b", integer())),
                        "ERROR users.a\\0b IdentifierLength",
                        () -> table("users", t -> t.column("a\tb", integer()))),
                Pair.of(
                        "two columns that are equal once they are cut",
                        () -> table("users", t -> {
                            t.column("c".repeat(63) + "1", integer());
                            t.column("c".repeat(63) + "2", integer());
                        }),
                        """
                        ERROR users.%1$s DuplicateName
                        ERROR users.%1$s1 IdentifierLength
                        ERROR users.%1$s2 IdentifierLength"""
                                .formatted("c".repeat(63)),
                        () -> table("users", t -> {
                            t.column("c".repeat(62) + "1", integer());
                            t.column("c".repeat(62) + "2", integer());
                        })),
                Pair.schemas(
                        "two constraints of one name in a table that no DSL made",
                        () -> Pair.unchecked(withChecks("positive", "positive")),
                        "ERROR users.positive DuplicateName",
                        () -> Pair.unchecked(withChecks("positive", "negative"))),
                Pair.of(
                        "a NOT NULL with the name of a check",
                        () -> table("users", t -> {
                            t.column("id", integer()).notNull("positive");
                            t.check("positive", "id > 0");
                        }),
                        "ERROR users.positive DuplicateName",
                        () -> table("users", t -> {
                            t.column("id", integer()).notNull("Positive");
                            t.check("positive", "id > 0");
                        })),
                Pair.of(
                        "a NOT NULL whose name is too long",
                        () -> table("users", t -> t.column("id", integer()).notNull("c".repeat(64))),
                        "ERROR users." + "c".repeat(64) + " IdentifierLength",
                        () -> table("users", t -> t.column("id", integer()).notNull("c".repeat(63)))),
                Pair.of(
                        "a column named like a system column",
                        () -> table("users", t -> t.column("xmin", integer())),
                        "ERROR users.xmin SystemColumnName",
                        () -> table("users", t -> t.column("oid", integer()))));
    }

    private static Table users(String column) {
        return table("users", t -> t.column(column, integer()).primaryKey());
    }

    private static Table indexed(String table, String index) {
        return table(table, t -> t.index(index).on(t.column("email", text())));
    }

    private static Table named(String table, String constraint) {
        return table(table, t -> t.unique(t.column("id", integer())).named(constraint));
    }

    private static Table longNames(int length) {
        return table("users", t -> {
            var id = t.column("id", integer());
            t.check("c".repeat(length), "id > 0");
            t.index("i".repeat(length)).on(id);
            t.trigger("t".repeat(length)).before(UPDATE).forEachRow().execute(triggerFunction("f", "BEGIN END;"));
        });
    }

    private static Table withChecks(String... names) {
        return new Table(
                QualifiedName.of("users"),
                List.of(new Column("id", integer(), true, null, null)),
                Arrays.stream(names)
                        .<Constraint>map(
                                it -> new Check(it, new Expression.Sql("id > 0"), null))
                        .toList(),
                List.of(),
                List.of(),
                null);
    }
}
