package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.rangeType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentTest extends KindAcceptance {

    private static final EnumType STATUS = enumType("status", "open").comment("How it stands");

    private static final Function TOUCH =
            triggerFunction("touch", "BEGIN RETURN NEW; END").comment("Does nothing; \"yet\"");

    @Override
    Schema declared() {
        return schema(
                "comments",
                namespace("App").comment("What the app has"),
                namespace("App").function("next", f -> {
                    f.argument("s", STATUS);
                    f.argument("n", integer());
                    f.returns(integer()).language("sql").body("SELECT 1").comment("The next one");
                }),
                procedure("tidy", p -> p.language("sql").body("SELECT 1").comment("Tidies")),
                sequence("numbers", s -> s.comment("Counts")),
                table("counted", t -> {
                    t.column("id", serial(s -> s.comment("Counts on")));
                    t.column("no", integer()).generatedAlwaysAsIdentity(
                            s -> s.sequenceName("Their numbers").comment("Never twice"));
                }),
                collation("natural", c -> c.provider(ICU).locale("en-u-kn-true").comment("Numbers by value")),
                domain("email", text(),
                        d -> d.check("shape", "VALUE ~ '@'").comment("An address").comment("shape", "@")),
                compositeType("pair", c -> c.attribute("a", text()).attribute("b", text())
                        .comment("Two").comment("a", "The first")),
                rangeType("span", integer(), r -> r.comment("From, to")),
                table("Tickets", t -> {
                    t.comment("It's what people\nwant");
                    var id = t.column("id", integer()).comment("Of the ticket");
                    var status = t.column("status", STATUS).notNull();
                    t.primaryKey(id).comment("The key");
                    t.check("positive", "id > 0").comment("Above zero");
                    t.index(status).comment("For the list");
                    t.foreignKey(t.column("parent", integer())).references("Tickets").comment("Of which it is a part");
                    t.trigger("touch").before(UPDATE).forEachRow().execute(TOUCH).comment("Keeps it fresh");
                    t.rule("kept").on(DELETE).where("OLD.id = 0").doInsteadNothing().comment("Zero stays");
                }),
                view("left_over", "SELECT id, status FROM public.\"Tickets\"", v -> {
                    v.comment("What is to do").comment("id", "Of the ticket, still");
                    v.trigger("touch_it").insteadOf(UPDATE).forEachRow().execute(TOUCH).comment("In its place");
                    v.rule("none").on(DELETE).doInsteadNothing().comment("Nothing goes");
                }),
                namespace("App").materializedView(
                        "How many", "SELECT status, count(*) AS n FROM public.\"Tickets\" GROUP BY status", v -> {
                            v.comment("As of now").comment("n", "All of them");
                            v.index(v.column("status")).unique().comment("For REFRESH CONCURRENTLY");
                        }));
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                COMMENT ON SCHEMA "App" IS 'What the app has';
                CREATE TYPE status AS ENUM ('open');
                COMMENT ON TYPE status IS 'How it stands';
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
                COMMENT ON FUNCTION touch() IS 'Does nothing; "yet"';
                CREATE FUNCTION "App".next(s status, n integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                COMMENT ON FUNCTION "App".next(status, integer) IS 'The next one';
                CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
                COMMENT ON PROCEDURE tidy() IS 'Tidies';
                CREATE SEQUENCE numbers;
                COMMENT ON SEQUENCE numbers IS 'Counts';
                CREATE TABLE counted (id serial,
                    no integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "Their numbers"));
                COMMENT ON SEQUENCE counted_id_seq IS 'Counts on';
                COMMENT ON SEQUENCE "Their numbers" IS 'Never twice';
                CREATE COLLATION "natural" (PROVIDER = icu, LOCALE = 'en-u-kn-true');
                COMMENT ON COLLATION "natural" IS 'Numbers by value';
                CREATE DOMAIN email AS text CONSTRAINT shape CHECK (VALUE ~ '@');
                COMMENT ON DOMAIN email IS 'An address';
                COMMENT ON CONSTRAINT shape ON DOMAIN email IS '@';
                CREATE TYPE pair AS (a text, b text);
                COMMENT ON TYPE pair IS 'Two';
                COMMENT ON COLUMN pair.a IS 'The first';
                CREATE TYPE span AS RANGE (SUBTYPE = integer);
                COMMENT ON TYPE span IS 'From, to';
                CREATE TABLE "Tickets" (id integer PRIMARY KEY, status status NOT NULL,
                    parent integer REFERENCES "Tickets", CONSTRAINT positive CHECK (id > 0));
                CREATE INDEX ON "Tickets" (status);
                CREATE TRIGGER touch BEFORE UPDATE ON "Tickets" FOR EACH ROW EXECUTE FUNCTION touch();
                COMMENT ON TABLE "Tickets" IS E'It''s what people\\nwant';
                COMMENT ON COLUMN "Tickets".id IS 'Of the ticket';
                COMMENT ON CONSTRAINT "Tickets_pkey" ON "Tickets" IS 'The key';
                COMMENT ON CONSTRAINT positive ON "Tickets" IS 'Above zero';
                COMMENT ON INDEX "Tickets_status_idx" IS 'For the list';
                COMMENT ON CONSTRAINT "Tickets_parent_fkey" ON "Tickets" IS 'Of which it is a part';
                COMMENT ON TRIGGER touch ON "Tickets" IS 'Keeps it fresh';
                CREATE RULE kept AS ON DELETE TO "Tickets" WHERE old.id = 0 DO INSTEAD NOTHING;
                COMMENT ON RULE kept ON "Tickets" IS 'Zero stays';
                CREATE VIEW left_over AS SELECT id, status FROM "Tickets";
                CREATE TRIGGER touch_it INSTEAD OF UPDATE ON left_over FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE RULE none AS ON DELETE TO left_over DO INSTEAD NOTHING;
                COMMENT ON VIEW left_over IS 'What is to do';
                COMMENT ON COLUMN left_over.id IS 'Of the ticket, still';
                COMMENT ON TRIGGER touch_it ON left_over IS 'In its place';
                COMMENT ON RULE none ON left_over IS 'Nothing goes';
                CREATE MATERIALIZED VIEW "App"."How many" AS SELECT status, count(*) AS n FROM "Tickets" GROUP BY status;
                CREATE UNIQUE INDEX ON "App"."How many" (status);
                COMMENT ON MATERIALIZED VIEW "App"."How many" IS 'As of now';
                COMMENT ON COLUMN "App"."How many".n IS 'All of them';
                COMMENT ON INDEX "App"."How many_status_idx" IS 'For REFRESH CONCURRENTLY';
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE counted",
                "COMMENT ON SEQUENCE counted_id_seq IS NULL; COMMENT ON SEQUENCE \"Their numbers\" IS NULL",
                "COMMENT ON TABLE \"Tickets\" IS NULL; COMMENT ON COLUMN \"Tickets\".id IS NULL;"
                        + " COMMENT ON SCHEMA \"App\" IS NULL; COMMENT ON TYPE status IS NULL;"
                        + " COMMENT ON FUNCTION \"App\".next(status, integer) IS NULL; COMMENT ON TRIGGER touch ON \"Tickets\" IS NULL;"
                        + " COMMENT ON RULE kept ON \"Tickets\" IS NULL; COMMENT ON VIEW left_over IS NULL;"
                        + " COMMENT ON COLUMN left_over.id IS NULL; COMMENT ON RULE none ON left_over IS NULL;"
                        + " COMMENT ON MATERIALIZED VIEW \"App\".\"How many\" IS NULL;"
                        + " COMMENT ON COLUMN pair.a IS NULL; COMMENT ON CONSTRAINT shape ON DOMAIN email IS NULL",
                "DROP TABLE \"Tickets\" CASCADE; DROP FUNCTION \"App\".next(status, integer); DROP TYPE pair, span;"
                        + " DROP COLLATION \"natural\"; DROP DOMAIN email");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of(
                        "COMMENT ON TABLE \"Tickets\" IS 'a'; COMMENT ON COLUMN \"Tickets\".id IS 'b';"
                                + " COMMENT ON CONSTRAINT positive ON \"Tickets\" IS 'c';"
                                + " COMMENT ON INDEX \"Tickets_status_idx\" IS 'd'; COMMENT ON TRIGGER touch ON \"Tickets\" IS 'it''s';"
                                + " COMMENT ON SCHEMA \"App\" IS 'f'; COMMENT ON FUNCTION \"App\".next(status, integer) IS 'g';"
                                + " COMMENT ON CONSTRAINT shape ON DOMAIN email IS 'h'; COMMENT ON COLUMN pair.a IS 'i';"
                                + " COMMENT ON VIEW left_over IS 'k'; COMMENT ON COLUMN left_over.id IS 'l';"
                                + " COMMENT ON TRIGGER touch_it ON left_over IS 'm'; COMMENT ON RULE none ON left_over IS 'n';"
                                + " COMMENT ON MATERIALIZED VIEW \"App\".\"How many\" IS 'o'; COMMENT ON RULE kept ON \"Tickets\" IS 'p';"
                                + " COMMENT ON INDEX \"App\".\"How many_status_idx\" IS 'q';"
                                + " COMMENT ON SEQUENCE counted_id_seq IS 'r'; COMMENT ON SEQUENCE \"Their numbers\" IS 's';"
                                + " COMMENT ON TYPE span IS 'j'; COMMENT ON COLUMN \"Tickets\".status IS 'nobody asked'",
                        "comment on sequence counted_id_seq: text: schema says 'Counts on', store has 'r'",
                        "comment on sequence Their numbers: text: schema says 'Never twice', store has 's'",
                        "comment on table Tickets: text: schema says 'It''s what people\nwant', store has 'a'",
                        "comment on column Tickets.id: text: schema says 'Of the ticket', store has 'b'",
                        "comment on constraint positive on Tickets: text: schema says 'Above zero', store has 'c'",
                        "comment on index Tickets_status_idx: text: schema says 'For the list', store has 'd'",
                        "comment on trigger touch on Tickets: text: schema says 'Keeps it fresh', store has 'it''s'",
                        "comment on rule kept on Tickets: text: schema says 'Zero stays', store has 'p'",
                        "comment on namespace App: text: schema says 'What the app has', store has 'f'",
                        "comment on function App.next(status, integer): text: schema says 'The next one', store has 'g'",
                        "comment on constraint shape on domain email: text: schema says '@', store has 'h'",
                        "comment on column pair.a: text: schema says 'The first', store has 'i'",
                        "comment on type span: text: schema says 'From, to', store has 'j'",
                        "comment on view left_over: text: schema says 'What is to do', store has 'k'",
                        "comment on trigger touch_it on left_over: text: schema says 'In its place', store has 'm'",
                        "comment on rule none on left_over: text: schema says 'Nothing goes', store has 'n'",
                        "comment on column left_over.id: text: schema says 'Of the ticket, still', store has 'l'",
                        "comment on materialized view App.How many: text: schema says 'As of now', store has 'o'",
                        "comment on index App.How many_status_idx: text: schema says 'For REFRESH CONCURRENTLY',"
                                + " store has 'q'"));
    }

    @Test
    void aCommentWaitsForAnIndexThatIsBuiltAfterwardsAndForNothingThatHasAnotherName() {
        Schema schema = schema("late", table("t", t -> {
            var id = t.column("id", integer());
            t.index("t_id").on(id).comment("Built beside the use of the table");
            t.check("positive", "id > 0").comment("Has another name");
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE TABLE t (id integer CONSTRAINT above_zero CHECK (id > 0)); INSERT INTO t VALUES (1)");

            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE INDEX CONCURRENTLY \"t_id\" ON \"public\".\"t\" (\"id\")",
                            "COMMENT ON INDEX \"public\".\"t_id\" IS 'Built beside the use of the table'");
            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::describe)).containsExactly(
                    "comment on constraint positive on t: there is no constraint positive on t in the database");
        }
    }

    /** As PostgreSQL makes it, it has a comment that nobody said. */
    @Test
    void thePublicNamespaceHasTheCommentThatIsDeclared() {
        SchemaInitializer declared = SchemaInitializer.of(schema("mine", namespace("public").comment("Mine")));
        SchemaInitializer asItCame =
                SchemaInitializer.of(schema("it", namespace("public").comment("standard public schema")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            assertThat(asItCame.with(store).apply().steps(Step.Status.DONE)).isEmpty();

            Report report = declared.with(store).apply();

            assertThat(report.stores().getFirst().drift()).isEmpty();
            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly("COMMENT ON SCHEMA \"public\" IS 'Mine'");
            assertThat(declared.with(store).verify().stores().getFirst().steps()).isEmpty();
            assertThat(asItCame.with(store).verify().stores().getFirst().drift().stream().map(Drift::comparison))
                    .containsExactly(
                            "comment on namespace public: text: schema says 'standard public schema', store has 'Mine'");
        }
    }

    @Test
    void theScriptThatCanBeRunTwiceReplacesNoComment() {
        String script = PostgresDdl.rerunnable().render(declared());
        PostgresServer server = PostgresServers.main();
        try (TestDatabase byHand = server.createDatabase(); TestDatabase database = server.createDatabase()) {
            byHand.execute(plainSql());
            database.execute(script);
            assertThat(database.description()).isEqualTo(byHand.description());
            assertThat(StatementAllowList.violations(script)).isEmpty();
            for (String comment : changes().getFirst().sql().split(";(?!;) ")) {
                database.execute(comment);
            }
            String changed = database.description();

            database.execute(script);

            assertThat(database.description()).isEqualTo(changed);
        }
    }
}
