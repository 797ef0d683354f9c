package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.rangeType;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;

import dev.plinth.dsl.SequenceBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.SequenceOptions;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;

/** What is no table: types, and what objects depend on. */
final class ObjectPairs {

    private static final EnumType STATUS = enumType("status", "open", "closed");
    private static final Table LOG = table("log", t -> t.column("id", integer()));
    private static final Function WRITE = triggerFunction("write", "BEGIN RETURN NEW; END;").dependsOn(LOG);

    private static final RangeType RANGE = rangeType("r", integer());
    private static final Collation NATURAL = collation("natural", c -> c.provider(ICU).locale("en-u-kn-true"));

    private static final Function RANK = function("rank_of", f -> {
        f.argument("status", STATUS);
        f.returns(integer()).language("sql").body("SELECT 1");
    });

    private ObjectPairs() {}

    private static Pair sequences(String title, Consumer<SequenceBuilder> bad, Consumer<SequenceBuilder> inside) {
        return Pair.of(title, () -> sequence("s", bad), "ERROR s SequenceBounds", () -> sequence("s", inside));
    }

    private static Table identity(boolean nullable) {
        OwnedSequence sequence = new OwnedSequence("t_c_seq", SequenceOptions.of(BuiltInType.BIGINT));
        Column column = new Column(
                "c", bigint(), nullable, null, new Generation.Identity(true, sequence), null, ColumnOptions.NONE, null);
        return new Table(QualifiedName.of("t"), List.of(column), List.of(), List.of(), List.of(), null);
    }

    private static Schema alone(DomainType domain) {
        return new Schema("test", List.of(), List.of(domain), List.of(), List.of(), null);
    }

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
                Pair.of(
                        "an empty comment",
                        () -> table("t", t -> t.column("c", integer()).comment("")),
                        "ERROR comment on column t.c CommentText",
                        () -> table("t", t -> t.column("c", integer()).comment(" "))),
                Pair.of(
                        "a comment with NUL",
                        () -> sequence("s", s -> s.comment("a\0")),
                        "ERROR comment on sequence s CommentText",
                        () -> sequence("s", s -> s.comment("a\\0"))),
                Pair.of(
                        "a comment on an attribute that is not there",
                        () -> compositeType("pair", c -> c.attribute("a", text()).comment("b", "The second")),
                        "ERROR comment on column pair.b UnknownTarget",
                        () -> compositeType("pair", c -> c.attribute("a", text()).comment("a", "The first"))),
                Pair.schemas(
                        "two comments on one object",
                        () -> Pair.schema(
                                table("t", t -> t.column("c", STATUS)), STATUS.comment("One"), STATUS.comment("Two")),
                        "ERROR comment on type status ObjectConflict",
                        () -> Pair.schema(
                                table("t", t -> t.column("c", STATUS)), STATUS.comment("One"), STATUS.comment("One"))),
                sequences("a sequence that stands still", s -> s.incrementBy(0), s -> s.incrementBy(-1)),
                sequences("a sequence without room", s -> s.minValue(5).maxValue(5), s -> s.minValue(5).maxValue(6)),
                sequences("a sequence too great for its type", s -> s.as(smallint()).maxValue(32_768),
                        s -> s.as(smallint()).maxValue(32_767)),
                sequences("a sequence that starts outside", s -> s.startWith(11).maxValue(10),
                        s -> s.startWith(10).maxValue(10)),
                sequences("a sequence that caches nothing", s -> s.cache(0), s -> s.cache(1)),
                Pair.schemas(
                        "a sequence owned by a column that is not there",
                        () -> Pair.schema(sequence("s", s -> s.ownedBy("log", "idd")), LOG),
                        "ERROR s SequenceOwner",
                        () -> Pair.schema(sequence("s", s -> s.ownedBy("log", "id")), LOG)),
                Pair.of(
                        "numbers of a sequence that is not there",
                        () -> table("t", t -> {
                            t.column("id", bigserial());
                            t.column("c", bigint()).defaultTo(nextval("t_id_sq"));
                        }),
                        "ERROR t.c UnknownSequence",
                        () -> table("t", t -> {
                            t.column("id", bigserial());
                            t.column("c", bigint()).defaultTo(nextval("t_id_seq"));
                        })),
                Pair.of(
                        "an identity column with a default",
                        () -> table("t",
                                t -> t.column("c", bigint()).generatedAlwaysAsIdentity().defaultTo(literal(1))),
                        "ERROR t.c GeneratedColumn",
                        () -> table("t", t -> t.column("c", bigint()).generatedAlwaysAsIdentity())),
                Pair.of(
                        "an identity column of text",
                        () -> table("t", t -> t.column("c", text()).generatedAlwaysAsIdentity()),
                        "ERROR t.c GeneratedColumn",
                        () -> table("t", t -> t.column("c", smallint()).generatedAlwaysAsIdentity())),
                Pair.schemas(
                        "a nullable identity column",
                        () -> Pair.unchecked(identity(true)),
                        "ERROR t.c GeneratedColumn",
                        () -> Pair.unchecked(identity(false))),
                Pair.of(
                        "a generated column that is no expression",
                        () -> table("t", t -> t.column("c", text()).generatedAlwaysAs("upper('a'")),
                        "ERROR t.c EndlessSql",
                        () -> table("t", t -> t.column("c", text()).generatedAlwaysAs("upper('a')"))),
                Pair.schemas(
                        "a sequence with the name of a table",
                        () -> Pair.schema(sequence("log"), LOG),
                        "ERROR log RelationName",
                        () -> Pair.schema(sequence("logs"), LOG)),
                Pair.schemas(
                        "two serials whose names run together",
                        () -> Pair.schema(
                                table("a_b", t -> t.column("c", serial())), table("a", t -> t.column("b_c", serial()))),
                        "ERROR a.a_b_c_seq RelationName",
                        () -> Pair.schema(
                                table("a_b", t -> t.column("c", serial())),
                                table("a", t -> t.column("b_c", serial(s -> s.sequenceName("other")))))),
                Pair.of(
                        "a domain with two checks of one name",
                        () -> domain("d", text(), d -> d.check("c", "VALUE <> ''").check("c", "VALUE <> 'x'")),
                        "ERROR d.c TypeParts",
                        () -> domain("d", text(), d -> d.check("c", "VALUE <> ''").check("C", "VALUE <> 'x'"))),
                Pair.of(
                        "a domain whose SQL is no expression",
                        () -> domain("d", text(), d -> d.defaultTo(sql("DEFAULT 'a'"))
                                .check("c", "true); DROP TABLE log; --")
                                .check("e", " ")),
                        """
                        ERROR d RepeatedClause
                        ERROR d.c EndlessSql
                        ERROR d.e BlankSql""",
                        () -> domain("d", text(), d -> d.defaultTo(sql("'DEFAULT'")).check("c", "VALUE <> ';)'"))),
                Pair.of(
                        "a type that is no type",
                        () -> table("t", t -> t.column("c", nativeType("text); DROP TABLE log; --"))),
                        "ERROR t.c EndlessSql",
                        () -> table("t", t -> t.column("c", nativeType("\"char\"")))),
                Pair.of(
                        "an attribute whose name is too long",
                        () -> compositeType("p", p -> p.attribute("ä".repeat(32), text())),
                        "ERROR p IdentifierLength",
                        () -> compositeType("p", p -> p.attribute("ä".repeat(31) + "a", text()))),
                Pair.of(
                        "a check of a domain without a name",
                        () -> domain("d", text(), d -> d.check("", "VALUE <> ''")),
                        "ERROR d IdentifierLength",
                        () -> domain("d", text(), d -> d.check("c", "VALUE <> ''"))),
                Pair.schemas(
                        "a composite type with the name of a table",
                        () -> Pair.schema(compositeType("log", p -> p.attribute("a", text())), LOG),
                        "ERROR log RelationName",
                        () -> Pair.schema(compositeType("logs", p -> p.attribute("a", text())), LOG)),
                Pair.schemas(
                        "an enum type with the name of a table",
                        () -> Pair.schema(enumType("log", "a"), LOG),
                        "ERROR log TypeName",
                        () -> Pair.schema(enumType("logs", "a"), LOG)),
                Pair.schemas(
                        "a multirange type with the name of another type",
                        () -> Pair.schema(rangeType("r", integer(), r -> r.multirangeTypeName("status")), STATUS),
                        "ERROR r TypeName",
                        () -> Pair.schema(rangeType("r", integer(), r -> r.multirangeTypeName("statuses")), STATUS)),
                Pair.of(
                        "a number with a collation",
                        () -> table("t", t -> t.column("c", integer()).collate("C")),
                        "ERROR t.c CollatableType",
                        () -> table("t", t -> t.column("c", arrayOf(text())).collate("C"))),
                Pair.of(
                        "rules for the C library",
                        () -> collation("c", c -> c.locale("C").rules("&a < b")),
                        "ERROR c CollatableType",
                        () -> collation("c", c -> c.provider(ICU).locale("und").rules("&a < b"))),
                Pair.schemas(
                        "a multirange whose range is not there",
                        () -> Pair.schema(table("t", t -> t.column("c", RANGE.multirangeType()))),
                        "ERROR t.c UnknownName",
                        () -> Pair.schema(table("t", t -> t.column("c", RANGE.multirangeType())), RANGE)),
                Pair.schemas(
                        "a domain whose collation is not there",
                        () -> alone(new DomainType(
                                QualifiedName.of("d"), text(), NATURAL.name(), null, true, List.of(), null)),
                        "ERROR d UnknownName",
                        () -> Pair.schema(domain("d", text(), d -> d.collate(NATURAL)))),
                Pair.schemas(
                        "an extension that is listed twice",
                        () -> Pair.schema(extension("citext"), extension("citext", e -> e.schema("types"))),
                        "ERROR citext ExtensionOptions",
                        () -> Pair.schema(extension("citext"), extension("citext"))),
                Pair.schemas(
                        "an extension with an empty comment",
                        () -> Pair.schema(extension("citext", e -> e.comment(""))),
                        "ERROR comment on extension citext CommentText",
                        () -> Pair.schema(extension("citext", e -> e.comment(" ")))),
                Pair.schemas(
                        "an extension of no version",
                        () -> Pair.schema(extension("citext", e -> e.version(" "))),
                        "ERROR citext ExtensionOptions",
                        () -> Pair.schema(extension("citext", e -> e.version("1")))),
                Pair.schemas(
                        "an extension in a namespace whose name is too long",
                        () -> Pair.schema(extension("citext", e -> e.schema("ä".repeat(32)))),
                        "ERROR citext IdentifierLength",
                        () -> Pair.schema(extension("citext", e -> e.schema("ä".repeat(31) + "a")))),
                Pair.schemas(
                        "a function that depends on a table which is not there",
                        () -> Pair.schema(WRITE),
                        "ERROR write() UnknownDependency",
                        () -> Pair.schema(WRITE, LOG)),
                Pair.schemas(
                        "a cast with a function that is not there",
                        () -> Pair.schema(STATUS, cast(STATUS, integer()).withFunction(RANK)),
                        "ERROR cast (status AS integer) UnknownDependency",
                        () -> Pair.schema(STATUS, RANK, cast(STATUS, integer()).withFunction(RANK))),
                Pair.schemas(
                        "a cast with a function that no extension of its namespace can have",
                        () -> Pair.schema(extension("isn", e -> e.schema("types")), STATUS,
                                cast(STATUS, integer()).withFunction(RANK)),
                        "ERROR cast (status AS integer) UnknownDependency",
                        () -> Pair.schema(extension("isn", e -> e.schema("public")), STATUS,
                                cast(STATUS, integer()).withFunction(RANK))));
    }
}
