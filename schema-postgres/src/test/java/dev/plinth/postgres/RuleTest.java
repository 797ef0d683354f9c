package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.postgres.GuardedAddition.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rules of tables and views. A plan compares what the commands do as text, so they stand here as PostgreSQL prints them; how it
 * reads them verify() asks.
 */
class RuleTest extends KindAcceptance {

    private static final Table LOG = namespace("Log").table("log", t -> t.column("what", text()));

    private static final Table ITEMS = table("items", t -> {
        t.column("id", integer()).primaryKey();
        t.column("name", text());
        t.rule("Keep; it").on(DELETE).where("(OLD.name = 'DO; (it)'::text)").doInsteadNothing();
        t.rule("logged").on(UPDATE).doAlso(
                "INSERT INTO \"Log\".log (what) VALUES (new.name)",
                "INSERT INTO \"Log\".log (what) VALUES ('a;b'::text);");
    });

    private static final View NAMES = view("names", "SELECT id, name FROM public.items", v -> {
        v.rule("names_insert").on(INSERT)
                .doInstead("INSERT INTO public.items (id, name) VALUES (new.id, new.name)");
        v.rule("names_delete").on(DELETE).doInsteadNothing();
    });

    @Override
    Schema declared() {
        return schema("rules", NAMES, ITEMS, LOG);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Log";
                CREATE TABLE "Log".log (what text);
                CREATE TABLE items (id integer PRIMARY KEY, name text);
                CREATE RULE "Keep; it" AS ON DELETE TO items WHERE OLD.name = 'DO; (it)' DO INSTEAD NOTHING;
                CREATE RULE logged AS ON UPDATE TO items DO (
                    INSERT INTO "Log".log VALUES (NEW.name); INSERT INTO "Log".log VALUES ('a;b'));
                CREATE VIEW names AS SELECT id, name FROM items;
                CREATE RULE names_insert AS ON INSERT TO names DO INSTEAD INSERT INTO items VALUES (NEW.id, NEW.name);
                CREATE RULE names_delete AS ON DELETE TO names DO INSTEAD NOTHING;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP RULE \"Keep; it\" ON items; DROP RULE logged ON items",
                "DROP VIEW names; DROP TABLE items",
                "DROP SCHEMA \"Log\" CASCADE");
    }

    @Override
    List<Change> changes() {
        String undecided =
                " (could not be proved equal or different); verify() looks closer; where it cannot tell either,"
                        + " compare the two by eye, or write the schema the way the store prints it";
        String logged =
                "rule logged on items: commands: schema says DO ALSO INSERT INTO \"Log\".log (what) VALUES (new.name);"
                        + " INSERT INTO \"Log\".log (what) VALUES ('a;b'::text), ";
        return List.of(
                Change.of("CREATE OR REPLACE RULE names_delete AS ON DELETE TO names DO INSTEAD"
                        + " DELETE FROM items WHERE items.id = OLD.id",
                        "rule names_delete on names: commands: schema says DO INSTEAD NOTHING, store has DO INSTEAD DELETE FROM"
                                + " public.items WHERE (items.id = old.id)"),
                Change.of(
                        "CREATE OR REPLACE RULE logged AS ON UPDATE TO items DO (INSERT INTO \"Log\".log VALUES (NEW.name);"
                                + " INSERT INTO \"Log\".log VALUES ('b'))",
                        logged + "store has DO ALSO INSERT INTO \"Log\".log (what) VALUES (new.name); INSERT INTO"
                                + " \"Log\".log (what) VALUES ('b'::text)" + undecided),
                Change.of(
                        "CREATE OR REPLACE RULE logged AS ON UPDATE TO items DO INSERT INTO \"Log\".log VALUES (NEW.name)",
                        logged + "store has DO ALSO INSERT INTO \"Log\".log (what) VALUES (new.name)"),
                Change.of("CREATE OR REPLACE RULE names_delete AS ON DELETE TO names DO ALSO NOTHING",
                        "rule names_delete on names: commands: schema says DO INSTEAD NOTHING, store has DO ALSO NOTHING"),
                Change.of(
                        "DROP RULE names_delete ON names; CREATE RULE names_delete AS ON UPDATE TO names DO INSTEAD NOTHING",
                        "rule names_delete on names: event: schema says DELETE, store has UPDATE"),
                Change.of(
                        "CREATE OR REPLACE RULE \"Keep; it\" AS ON DELETE TO items WHERE OLD.id > 1 DO INSTEAD NOTHING",
                        "rule Keep; it on items: condition: schema says WHERE ((OLD.name = 'DO; (it)'::text)), store has WHERE"
                                + " (old.id > 1)" + undecided),
                Change.of("CREATE OR REPLACE RULE \"Keep; it\" AS ON DELETE TO items DO INSTEAD NOTHING",
                        "rule Keep; it on items: condition: schema says WHERE ((OLD.name = 'DO; (it)'::text)), store has"
                                + " nothing"),
                Change.of("CREATE RULE other AS ON INSERT TO items DO ALSO NOTIFY items;"
                        + " ALTER TABLE items DISABLE RULE logged",
                        "rule logged on items: definition: store has DISABLE RULE, which the schema does not declare",
                        "rule other on items: definition: store has ON INSERT DO ALSO NOTIFY items, which the schema does not"
                                + " declare"));
    }

    @Test
    void aRuleOnSomethingInUseHasToBeAllowed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(plainSql() + "INSERT INTO items VALUES (1, 'a'); DROP RULE names_delete ON names;"
                    + " DROP RULE \"Keep; it\" ON items");

            PostgresStore store = PostgresStore.of(database.dataSource());

            Report blocked = SchemaInitializer.of(declared()).with(store).apply();

            String detail = "a rule changes what statements on a table or view do that is in use; allow it with"
                    + " PostgresStore.allow(RULE)";
            assertThat(blocked.steps(Step.Status.BLOCKED).stream()
                    .map(step -> step.change().subject().display() + ": " + step.detail()))
                    .containsExactly(
                            "rule names_delete on names: " + detail, "rule Keep; it on items: " + detail);
            List<Step> done = SchemaInitializer.of(declared()).with(store.allow(RULE)).apply().steps(Step.Status.DONE);
            assertThat(done.stream().map(step -> step.hazards().getFirst().message())).containsExactly(
                    "from then on every DELETE on names is rewritten by the rule names_delete",
                    "from then on every DELETE on items is rewritten by the rule Keep; it");
        }
    }

    @Test
    void verifyAsksHowTheServerReadsACommand() {
        Table items = table("items", t -> {
            t.column("id", integer());
            t.column("name", text());
            t.rule("inserts").on(UPDATE).doAlso("INSERT INTO public.items VALUES (-(NEW.id), 'a')");
            t.rule("other").on(UPDATE).doAlso("INSERT INTO public.items VALUES (NEW.id, 'b')");
            t.rule("updates").on(DELETE).doInstead("UPDATE public.items SET name = NULL WHERE items.id = OLD.id");
        });
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("""
                    CREATE TABLE items (id integer, name text);
                    CREATE RULE inserts AS ON UPDATE TO items DO INSERT INTO items (id, name) VALUES (-NEW.id, 'a'::text);
                    CREATE RULE other AS ON UPDATE TO items DO INSERT INTO items (id, name) VALUES (NEW.id, 'c'::text);
                    CREATE RULE updates AS ON DELETE TO items DO INSTEAD
                        UPDATE items SET name = NULL WHERE (id = OLD.id)
                    """);
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema("items", items)).with(PostgresStore.of(database.dataSource()));

            assertThat(undecided(initializer.plan().stores().getFirst())).containsExactly("inserts on items",
                    "other on items",
                    "updates on items");
            assertThat(undecided(initializer.verify().stores().getFirst())).containsExactly("other on items");
        }
    }

    private static List<String> undecided(StoreReport report) {
        return report.drift().stream()
                .filter(drift -> drift.kind() == Drift.Kind.UNDECIDED)
                .map(drift -> drift.subject().name())
                .toList();
    }
}
