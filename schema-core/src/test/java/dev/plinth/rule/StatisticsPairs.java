package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bytea;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.json;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.point;

import dev.plinth.dsl.MaterializedViewBuilder;
import dev.plinth.dsl.StatisticsBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Extended statistics. */
final class StatisticsPairs {

    private static final Table T =
            table("t", t -> {
                IntStream.rangeClosed(1, 9).forEach(number -> t.column("c" + number, integer()));
                t.column("j", json());
                t.column("b", jsonb());
                t.column("p", point());
                t.column("x", nativeType("point"));
                t.column("ps", arrayOf(point()));
                t.column("bs", arrayOf(bytea()));
            });

    private StatisticsPairs() {}

    private static Schema both(Consumer<StatisticsBuilder> body) {
        return Pair.schema(T, statistics("s", s -> body.accept(s.from(T))));
    }

    private static Schema ofView(Consumer<MaterializedViewBuilder> view, Consumer<StatisticsBuilder> body) {
        MaterializedView made = materializedView("m", "SELECT 1 AS c1, 2 AS c2", view);
        return Pair.schema(made, statistics("s", s -> body.accept(s.from(made))));
    }

    private static Pair pair(String title, Consumer<StatisticsBuilder> bad, Consumer<StatisticsBuilder> inside) {
        return Pair.schemas(title, () -> both(bad), "ERROR s StatisticsShape", () -> both(inside));
    }

    static List<Pair> pairs() {
        return List.of(
                pair("statistics of a single column", s -> s.on("c1"), s -> s.on("c1", "c2")),
                pair("statistics of nothing", s -> {}, s -> s.on(sql("c1 + 1"))),
                pair(
                        "kinds of statistics of a single expression",
                        s -> s.mcv().on(sql("c1 + 1")),
                        s -> s.mcv().on(sql("c1 + 1")).on("c2")),
                pair(
                        "statistics of nine columns",
                        s -> s.on("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"),
                        s -> s.on("c1", "c2", "c3", "c4", "c5", "c6", "c7").on(sql("c8 + c9"))),
                pair("statistics of a column twice", s -> s.on("c1", "c1"), s -> s.on("c1", "c2")),
                pair(
                        "statistics of an expression twice",
                        s -> s.on(sql("c1 + 1")).on(sql("c1 + 1")),
                        s -> s.on(sql("c1 + 1")).on(sql("c1 + 2"))),
                pair("statistics of json", s -> s.on("c1", "j"), s -> s.on("c1", "b").on(sql("j ->> 'a'"))),
                pair("statistics of points", s -> s.on("c1", "p"), s -> s.on("c1", "x")),
                pair("statistics of an array of points", s -> s.on("c1", "ps"), s -> s.on("c1", "bs")),
                pair("statistics of an unknown column", s -> s.on("c1", "c0"), s -> s.on("c1", "c9")),
                Pair.schemas(
                        "statistics of a table that is not there",
                        () -> Pair.schema(statistics("s", s -> s.on("c1", "c2").from(T))),
                        "ERROR s StatisticsShape",
                        () -> both(s -> s.on("c1", "c2"))),
                Pair.schemas(
                        "statistics of a view",
                        () -> Pair.schema(
                                view("t", "SELECT 1 AS c1, 2 AS c2"), statistics("s", s -> s.on("c1", "c2").from(T))),
                        "ERROR s StatisticsShape",
                        () -> ofView(v -> {}, s -> s.on("c1", "c2"))),
                Pair.schemas(
                        "statistics of a column that a materialized view does not have",
                        () -> ofView(v -> v.columns("a", "b"), s -> s.on("c1", "a")),
                        "ERROR s StatisticsShape",
                        () -> ofView(v -> v.columns("a", "b"), s -> s.on("b", "a"))),
                Pair.schemas(
                        "statistics whose name is too long",
                        () -> Pair.schema(T, statistics("s".repeat(64), s -> s.on("c1", "c2").from(T))),
                        "ERROR " + "s".repeat(64) + " IdentifierLength",
                        () -> Pair.schema(T, statistics("s".repeat(63), s -> s.on("c1", "c2").from(T)))),
                Pair.schemas(
                        "statistics with the name of others",
                        () -> Pair.schema(
                                T,
                                statistics("s", s -> s.on("c1", "c2").from(T)),
                                statistics("s", s -> s.on("c1", "c3").from(T))),
                        "ERROR s ObjectConflict",
                        () -> Pair.schema(
                                T,
                                statistics("s", s -> s.on("c1", "c2").from(T)),
                                namespace("app").statistics("s", s -> s.on("c1", "c3").from(T)))),
                Pair.schemas(
                        "an expression of statistics that is not whole",
                        () -> both(s -> s.on(sql("c1) FROM t; --")).on("c2")),
                        "ERROR s EndlessSql",
                        () -> both(s -> s.on(sql("(c1)")).on("c2"))));
    }
}
