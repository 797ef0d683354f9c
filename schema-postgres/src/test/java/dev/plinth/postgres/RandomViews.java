package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.model.sql.TriggerEvent.DELETE;
import static dev.plinth.model.sql.TriggerEvent.INSERT;
import static dev.plinth.model.sql.TriggerEvent.UPDATE;

import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The views of random schemas, over their tables and over one another: a line a form. */
final class RandomViews {

    private static final dev.plinth.model.sql.Function WRITE =
            triggerFunction("write it", "BEGIN RETURN NEW; END");

    static final List<Function<RandomSchema, NamedQuery>> ALL = List.of(
            s -> s.space().view(s.name("seen"), """
                    SELECT id, n AS "N", "Label ""x\""" AS label -- it's one
                    FROM %s WHERE n > 3 AND "Label ""x\""" <> 'it''s' OR at < now()
                    """.formatted(table(s))),
            s -> s.space().view(s.name("Joined \"up\""), """
                    SELECT a.id, b.n, coalesce(a."Label ""x\""", 'none') || '?' FROM %s a LEFT JOIN %s AS b ON b.id = a.n
                    """.formatted(table(s), table(s)), v -> v.columns("id", "N", "label")),
            s -> s.space().view(s.name("counted"), """
                    SELECT n, count(*), max(at) AS "last", bool_or(data ? 'a') FROM %s GROUP BY n HAVING count(*) > 1
                    """.formatted(table(s))),
            s -> s.space().view(s.name("either"), """
                    WITH x AS (SELECT id FROM %s WHERE period @> 3) SELECT id FROM x UNION ALL SELECT n FROM %s ORDER BY 1
                    """.formatted(table(s), table(s))),
            s -> s.space().view(s.name("given"), "VALUES (1, 'a'), (2, NULL)"),
            s -> s.space().view(s.name("Latest"), """
                    SELECT DISTINCT ON (n) n, at, (SELECT count(*) FROM %s i WHERE i.n = o.id) AS inner_ones
                    FROM %s o ORDER BY n, at DESC LIMIT 10
                    """.formatted(table(s), table(s))),
            s -> s.space().view(s.name("written"),
                    "SELECT id, n, \"Label \"\"x\"\"\" FROM %s WHERE n > 0".formatted(table(s)),
                    v -> v.securityBarrier().withLocalCheckOption()
                            .defaultTo("Label \"x\"", literal("it's")).defaultTo("n", sql("1 + 2"))),
            s -> s.space().view(s.name("instead"), "SELECT id, n FROM " + table(s), v -> {
                v.withCheckOption().defaultTo("n", literal(7));
                v.trigger(s.name("write")).after(INSERT, UPDATE).forEachStatement().execute(WRITE, "it's");
            }),
            s -> s.space().view(s.name("kept"), "SELECT n, count(*) AS many FROM %s GROUP BY 1".formatted(table(s)),
                    v -> v.trigger(s.name("put")).insteadOf(INSERT, DELETE).forEachRow().execute(WRITE)),
            s -> {
                Table table = s.any(s.tables);
                String name = SqlText.qualified(table.name());
                return s.space().view(s.name("ruled"), "SELECT id, n, at FROM " + name, v -> {
                    v.rule(s.name("no \"end\"")).on(DELETE).doInsteadNothing();
                    v.rule(s.name("through")).on(UPDATE).where("NEW.n > 3 AND OLD.at IS NULL").doInstead(
                            "UPDATE " + name + " SET n = NEW.n, data = '{\"a;b\": 1}' WHERE id = OLD.id",
                            "DELETE FROM " + name + " WHERE n IN (1, 2) AND \"Label \"\"x\"\"\" IN ('a', 'b')");
                    v.rule(s.name("told")).on(INSERT).doAlso("NOTIFY heard");
                });
            },
            s -> s.space().materializedView(s.name("stored"), """
                    SELECT at::date AS day, sum(n) AS total FROM %s GROUP BY at::date
                    """.formatted(table(s)), v -> {
                v.with("fillfactor", 80).with("toast.autovacuum_enabled", false);
                v.index(s.name("by day")).on(v.column("day")).unique();
                v.index(v.column("total").desc()).where("total > 3");
            }),
            s -> s.space().materializedView(s.name("Empty"),
                    "SELECT n, lower(\"Label \"\"x\"\"\") FROM %s".formatted(table(s)),
                    v -> {
                        v.columns("N", "Low").withNoData();
                        v.index(sql("upper(\"Low\")"), v.column("N"));
                    }),
            s -> s.space().view(
                    s.name("above"), (s.views.isEmpty() ? "SELECT id FROM " : "SELECT * FROM ") + relation(s)),
            s -> s.space().materializedView(s.name("copied"), "SELECT count(*) AS rows FROM " + relation(s),
                    v -> v.withNoData()));

    private RandomViews() {}

    /** By an expression that is over one whole number, which each of the materialized views has. */
    static List<Statistics> statistics(RandomSchema schema, MaterializedView view) {
        List<Statistics> statistics = new ArrayList<>();
        schema.chosen(List.of("total", "N"), 1, column -> {
            if (view.query().contains(" AS " + column) || view.columns().contains(column)) {
                statistics.add(schema.space().statistics(schema.name("of view"),
                        s -> s.on(sql("\"" + column + "\" + 1")).on(column).from(view)));
            }
        });
        return statistics;
    }

    private static String table(RandomSchema schema) {
        return SqlText.qualified(schema.any(schema.tables).name());
    }

    /** A view that is there already, or else a table. */
    private static String relation(RandomSchema schema) {
        return schema.views.isEmpty() ? table(schema) : SqlText.qualified(schema.any(schema.views).name());
    }
}
