package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;

import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.List;

/** What is no table: types, and what objects depend on. */
final class ObjectPairs {

    private static final EnumType STATUS = enumType("status", "open", "closed");
    private static final Table LOG = table("log", t -> t.column("id", integer()));
    private static final Function WRITE = triggerFunction("write", "BEGIN RETURN NEW; END;").dependsOn(LOG);

    private ObjectPairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.of(
                        "an enum type with a label twice",
                        () -> enumType("e", "a", "b", "a"),
                        "ERROR e EnumLabels",
                        () -> enumType("e", "a", "b", "A")),
                Pair.of(
                        "an enum type with a label that is too long",
                        () -> enumType("e", "ä".repeat(32)),
                        "ERROR e EnumLabels",
                        () -> enumType("e", "ä".repeat(31) + "a", "")),
                Pair.of(
                        "an enum type with an unwritable label",
                        () -> enumType("e", "a\0"),
                        "ERROR e EnumLabels",
                        () -> enumType("e", "a\\0")),
                Pair.of(
                        "a default that is no label",
                        () -> table("t", t -> t.column("c", STATUS).defaultTo(literal("opn"))),
                        "ERROR t.c EnumValue",
                        () -> table("t", t -> t.column("c", STATUS).defaultTo(literal("open")))),
                Pair.of(
                        "a number for a label",
                        () -> table("t", t -> t.column("c", STATUS).defaultTo(literal(1))),
                        "ERROR t.c EnumValue",
                        () -> table("t", t -> t.column("c", STATUS))),
                Pair.schemas(
                        "two enum types of one name",
                        () -> Pair.schema(table("t", t -> t.column("c", STATUS)), enumType("status", "open")),
                        "ERROR status ObjectConflict",
                        () -> Pair.schema(table("t", t -> t.column("c", STATUS)),
                                enumType("status", "open", "closed"))),
                Pair.schemas(
                        "a function that depends on a table which is not there",
                        () -> Pair.schema(WRITE),
                        "ERROR write() UnknownDependency",
                        () -> Pair.schema(WRITE, LOG)));
    }
}
