package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;
import static dev.plinth.model.sql.ColumnOptions.Storage.EXTERNAL;
import static dev.plinth.model.sql.IndexMethod.BRIN;
import static dev.plinth.model.sql.IndexMethod.GIN;
import static dev.plinth.model.sql.IndexMethod.GIST;
import static dev.plinth.model.sql.IndexMethod.HASH;
import static dev.plinth.model.sql.ReferentialAction.CASCADE;
import static dev.plinth.model.sql.ReferentialAction.RESTRICT;
import static dev.plinth.model.sql.ReferentialAction.SET_NULL;
import static dev.plinth.model.sql.TriggerEvent.DELETE;
import static dev.plinth.model.sql.TriggerEvent.INSERT;
import static dev.plinth.model.sql.TriggerEvent.TRUNCATE;
import static dev.plinth.model.sql.TriggerEvent.UPDATE;

import dev.plinth.model.sql.Function;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the tables of random schemas can have: a line a form. */
final class RandomParts {

    private static final Function TOUCH =
            triggerFunction("touch", "BEGIN\n    NEW.at = now();\n    RETURN NEW;\nEND;\n");
    private static final Function WATCH = triggerFunction("watch it", "BEGIN RETURN NULL; END -- it's $$");

    private static final List<Consumer<RandomTable>> CONSTRAINTS = List.of(
            t -> t.table().unique(t.n(), t.label()),
            t -> t.table().unique(t.label()).named(t.name("only \"one\"")).initiallyDeferred(),
            t -> t.table().unique(t.at(), t.n()).include(t.label()).with("fillfactor", 70),
            t -> t.table().check(t.name("positive"), "n > 0 OR n IS NULL"),
            t -> t.table().check(t.name("some"), "\"Label \"\"x\"\"\" IN ('a', 'it''s') AND n BETWEEN 1 AND 5")
                    .noInherit(),
            t -> t.table().check(t.name("later"), "data ? 'a' OR data ->> 'b' !~ '^\\s?$'").notValid(),
            t -> t.label().oneOf("a", "?", "{0}", "it's"),
            t -> t.table().exclude(t.period().with("&&")).using(GIST),
            t -> t.table().exclude(t.n().with("="), t.label().desc().with("=")).where("n > 3").named(t.name("apart"))
                    .deferrable(),
            t -> t.table().foreignKey(t.n()).references(t.self()).onDelete(CASCADE).onUpdate(RESTRICT),
            t -> t.table().foreignKey(t.n()).references(t.target()).matchFull().onDelete(SET_NULL)
                    .named(t.name("to it")),
            t -> t.table().foreignKey(t.n()).references(t.target()).initiallyDeferred().notValid()
                    .named(t.name("to it")));

    private static final List<Consumer<RandomTable>> INDEXES = List.of(
            t -> t.table().index(t.n()),
            t -> t.table().index(t.n(), t.at().desc()),
            t -> t.table().index(t.name("mixed")).on(t.at().nullsFirst(), t.label().desc().nullsLast()).include(t.n()),
            t -> t.table().index(t.name("lower")).on(sql("lower(\"Label \"\"x\"\"\")")).unique().where("n > 0"),
            t -> t.table().index(t.name("like")).on(t.label().operatorClass("varchar_pattern_ops")).with("fillfactor",
                    60),
            t -> t.table().index(t.name("sorted")).on(t.label().sortedBy("C"), sql("(n + 1)").desc()),
            t -> t.table().index(t.name("paths")).on(t.data().operatorClass("jsonb_path_ops")).using(GIN)
                    .with("fastupdate", false),
            t -> t.table().index(t.name("of data")).on(sql("(data -> 'a')")).using(GIN),
            t -> t.table().index(t.name("hashed")).on(t.label()).using(HASH),
            t -> t.table().index(t.name("blocks")).on(t.at()).using(BRIN).with("pages_per_range", 32),
            t -> t.table().index(t.name("twin")).on(t.period()).using(GIST),
            t -> t.table().index(t.name("twin")).on(t.period()).using(GIST));

    private static final List<Consumer<RandomTable>> COLUMNS = List.of(
            t -> t.table().column("total", text()).generatedAlwaysAs("n::text || '?'"),
            t -> t.table().column("found", tsvector()).generatedAlwaysAs("to_tsvector('simple', \"Label \"\"x\"\"\")"),
            t -> t.table().column("collated", text()).collate("C").notNull(),
            t -> t.table().column("stored", text()).storage(EXTERNAL).compression("pglz").statistics(100));

    private static final List<Consumer<RandomTable>> OPTIONS = List.of(
            t -> t.table().with("fillfactor", 70).with("autovacuum_vacuum_scale_factor", 0.02),
            t -> t.table().replicaIdentityFull());

    private static final List<Consumer<RandomTable>> TRIGGERS = List.of(
            t -> t.table().trigger(t.name("touch")).before(UPDATE).forEachRow().execute(TOUCH),
            t -> t.table().trigger(t.name("Of n")).before(INSERT, UPDATE).of(t.n()).forEachRow()
                    .when("NEW.n > 5 AND NEW.\"Label \"\"x\"\"\" <> 'it''s'").execute(TOUCH, "a", "", "it's \\"),
            t -> t.table().trigger(t.name("watch")).after(INSERT, DELETE, TRUNCATE).forEachStatement().execute(WATCH),
            t -> t.table().trigger(t.name("changed")).after(UPDATE).forEachStatement().referencingOldTable("before")
                    .referencingNewTable("After").execute(WATCH),
            t -> t.table().constraintTrigger(t.name("checked")).after(INSERT, UPDATE).initiallyDeferred().forEachRow()
                    .execute(WATCH));

    private static final List<Consumer<RandomTable>> ROW_SECURITY = List.of(
            t -> t.table().enableRowLevelSecurity(),
            t -> t.table().policy(t.name("some")).using("n > 3 OR n IS NULL"),
            t -> t.table().enableRowLevelSecurity().forceRowLevelSecurity().policy(t.name("Of \"one\"")).restrictive()
                    .forUpdate().to("pg_monitor").using("\"Label \"\"x\"\"\" = 'it''s'")
                    .withCheck("n BETWEEN 1 AND 5"));

    private static final List<Consumer<RandomTable>> RULES = List.of(
            t -> t.table().rule(t.name("Keep it")).on(DELETE)
                    .where("OLD.n = 3 OR OLD.\"Label \"\"x\"\"\" = 'it''s; no'")
                    .doInsteadNothing(),
            t -> t.table().rule(t.name("told")).on(INSERT).doAlso("NOTIFY heard", "NOTIFY \"Heard; too\""));

    static final List<Consumer<RandomTable>> ALL =
            Stream.of(COLUMNS, OPTIONS, CONSTRAINTS, INDEXES, TRIGGERS, RULES, ROW_SECURITY)
                    .flatMap(List::stream)
                    .toList();

    private RandomParts() {}
}
