package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.BRIN;
import static dev.plinth.dsl.SchemaDsl.BTREE;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.HASH;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.SPGIST;
import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.extensionMethod;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.inet;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.json;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.money;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.point;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsrange;
import static dev.plinth.dsl.Types.tsvector;
import static dev.plinth.dsl.Types.xml;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.IndexStatement;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Indexes: what a method can do, and for which types. */
final class IndexPairs {

    private IndexPairs() {}

    static List<Pair> pairs() {
        return List.of(
                method("a b-tree on geography", BTREE, geography(POINT, 4326), "WARNING", GIST),
                method("a b-tree on jsonb", BTREE, jsonb(), "WARNING", GIN),
                method("a b-tree on tsvector", BTREE, tsvector(), "WARNING", GIST),
                method("a b-tree on json", BTREE, json(), "ERROR", new IndexMethod("bloom")),
                method("GIN on text", GIN, text(), "ERROR", BTREE),
                method("GiST on text", GIST, text(), "WARNING", SPGIST),
                method("GiST on jsonb", GIST, jsonb(), "ERROR", GIN),
                method("hash on money", HASH, money(), "ERROR", BTREE),
                method("SP-GiST on a number", SPGIST, integer(), "ERROR", BRIN),
                method("BRIN on an array", BRIN, arrayOf(text()), "ERROR", GIN),
                capability(
                        "a unique index that is no b-tree",
                        (i, b) -> i.using(HASH).unique(),
                        (i, b) -> i.using(BTREE).unique()),
                capability(
                        "columns included in BRIN",
                        (i, b) -> i.using(BRIN).include(b),
                        (i, b) -> i.include(b)),
                capability(
                        "nulls of an index that is not unique",
                        (i, b) -> i.nullsNotDistinct(),
                        (i, b) -> i.unique().nullsNotDistinct()),
                capability(
                        "a unique index of an extension's method",
                        (i, b) -> i.using(extensionMethod("bloom", "bloom")).unique(),
                        (i, b) -> i.using(extensionMethod("bloom", "bloom"))),
                parameters("a parameter of another method", i -> i.with("fastupdate", true),
                        i -> i.with("fillfactor", 10)),
                parameters("a fill factor of 9", i -> i.with("fillfactor", 9), i -> i.with("fillfactor", 100)),
                parameters("a word that is none", i -> i.with("deduplicate_items", "o"),
                        i -> i.with("deduplicate_items", "OF")),
                Pair.of(
                        "an exclusion constraint of a method that finds no single rows",
                        () -> table("t", t -> t.exclude(t.column("c", jsonb()).with("=")).using(GIN).named("x")),
                        "ERROR t.x ExclusionMethod",
                        () -> table("t", t -> t.exclude(t.column("c", integer()).with("=")).named("x"))),
                Pair.of(
                        "an exclusion by a type without a default operator class",
                        () -> table("t", t -> t.exclude(t.column("c", json()).with("=")).using(GIST).named("x")),
                        "ERROR t.x IndexMethodFit",
                        () -> table("t", t -> t.exclude(t.column("c", inet()).with("&&")).using(SPGIST).named("x"))),
                Pair.schemas(
                        "an exclusion that needs an extension",
                        () -> Pair.schema(table("t",
                                t -> t.exclude(t.column("c", integer()).with("=")).using(GIST).named("x"))),
                        "WARNING t.x IndexMethodFit",
                        () -> Pair.schema(extension("btree_gist"), table("t",
                                t -> t.exclude(t.column("c", integer()).with("=")).using(GIST).named("x")))),
                Pair.of(
                        "a key of one range only",
                        () -> table("t",
                                t -> t.unique(t.column("c", nativeType("int4range"))).withoutOverlaps().named("x")),
                        "ERROR t.x RangeKey",
                        () -> table("t", t -> t.unique(t.column("a", integer()), t.column("c", nativeType("int4range")))
                                .withoutOverlaps().named("x"))),
                Pair.of(
                        "columns of an action that sets none",
                        () -> onDelete(CASCADE),
                        "ERROR t.x OnDeleteColumns",
                        () -> onDelete(SET_NULL)),
                Pair.of(
                        "a type without a default operator class",
                        () -> table("t", t -> t.index("i").on(t.column("c", text())).using(GIN)),
                        "ERROR t.c IndexMethodFit",
                        () -> table("t", t -> t.index("i")
                                .on(t.column("c", text())
                                        .operatorClass(extensionOperatorClass("pg_trgm", "gin_trgm_ops")))
                                .using(GIN))),
                Pair.of(
                        "a primary key of a type that is not sorted",
                        () -> table("t", t -> t.primaryKey(t.column("c", json()).notNull())),
                        "ERROR t.t_pkey IndexMethodFit",
                        () -> table("t", t -> t.primaryKey(t.column("c", jsonb()).notNull()))),
                Pair.of(
                        "a unique constraint over a type that is not sorted",
                        () -> table("t", t -> t.unique(t.column("c", xml()), t.column("d", text())).named("x")),
                        "ERROR t.x IndexMethodFit",
                        () -> table("t", t -> t.unique(t.column("c", nativeType("xml")), t.column("d", arrayOf(json())))
                                .named("x"))),
                Pair.of(
                        "a unique constraint over a point",
                        () -> table("t", t -> t.unique(t.column("p", point()), t.column("d", tsrange())).named("x")),
                        "ERROR t.x IndexMethodFit",
                        () -> table("t", t -> t.unique(t.column("p", point()), t.column("d", tsrange()))
                                .withoutOverlaps().named("x"))),
                Pair.of(
                        "an order in GIN",
                        () -> table("t", t -> t.index("i").on(t.column("a", jsonb()).desc()).using(GIN)),
                        "ERROR t.i IndexCapability",
                        () -> table("t", t -> t.index("i").on(t.column("a", jsonb())).using(GIN))),
                Pair.of(
                        "two keys in a hash index",
                        () -> table("t",
                                t -> t.index("i").on(t.column("a", text()), t.column("b", text())).using(HASH)),
                        "ERROR t.i IndexCapability",
                        () -> table("t", t -> t.index("i").on(t.column("a", text())).using(HASH))),
                Pair.of(
                        "33 keys and included columns",
                        () -> included(32),
                        "ERROR t.i KeyLength",
                        () -> included(31)),
                Pair.of(
                        "two equal indexes, and one like a key",
                        () -> table("t", t -> {
                            var a = t.column("a", text()).unique();
                            t.index("i1").on(sql("lower(a)"));
                            t.index("i2").on(sql("lower(a)"));
                            t.index("i3").on(a);
                        }),
                        """
                        WARNING t.i2 DuplicateIndex
                        WARNING t.i3 DuplicateIndex""",
                        () -> table("t", t -> {
                            var a = t.column("a", text()).unique();
                            t.index("i1").on(sql("lower(a)"));
                            t.index("i2").on(sql("lower(a)")).where("a <> ''");
                            t.index("i3").on(a.desc());
                        })));
    }

    private static Pair method(String title, IndexMethod bad, ColumnType type, String severity, IndexMethod inside) {
        return Pair.of(
                title,
                () -> indexed(type, bad),
                severity + " t.c IndexMethodFit",
                () -> indexed(type, inside));
    }

    private static Table indexed(ColumnType type, IndexMethod method) {
        return table("t", t -> t.index("i").on(t.column("c", type)).using(method));
    }

    private static Table onDelete(ReferentialAction action) {
        return table("t", t -> {
            var id = t.column("id", integer()).primaryKey();
            var other = t.column("other", integer());
            t.foreignKey(other).references("t").onDelete(action, other).named("x");
            t.index("by_id").on(id.desc());
        });
    }

    private static Pair parameters(String title, Consumer<IndexStatement> bad, Consumer<IndexStatement> inside) {
        return Pair.of(
                title,
                () -> with((index, column) -> bad.accept(index)),
                "ERROR t.i IndexParameters",
                () -> with((index, column) -> inside.accept(index)));
    }

    private static Pair capability(
            String title,
            BiConsumer<IndexStatement, ColumnHandle> bad,
            BiConsumer<IndexStatement, ColumnHandle> inside) {
        return Pair.of(title, () -> with(bad), "ERROR t.i IndexCapability", () -> with(inside));
    }

    private static Table with(BiConsumer<IndexStatement, ColumnHandle> options) {
        return table("t", t -> options.accept(t.index("i").on(t.column("a", integer())), t.column("b", integer())));
    }

    private static Table included(int columns) {
        return table("t", t -> t.index("i")
                .on(t.column("a", integer()))
                .include(IntStream.range(0, columns)
                        .mapToObj(i -> t.column("c" + i, integer()))
                        .toArray(ColumnHandle[]::new)));
    }
}
