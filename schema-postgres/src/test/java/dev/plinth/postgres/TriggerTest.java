package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.postgres.GuardedAddition.TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerTest extends KindAcceptance {

    private static final Namespace AUDIT = namespace("Audit");
    private static final Namespace BUILT_IN = namespace("pg_catalog");

    private static final Function LOG = AUDIT.triggerFunction("Log it", "BEGIN RETURN NULL; END");
    private static final Function CHECK = triggerFunction("check_it", "BEGIN RETURN NEW; END");

    private static final Table ITEMS = table("items", t -> t.column("id", integer()).primaryKey());

    private static final Table LINES = table("order lines", t -> {
        var id = t.column("id", integer()).primaryKey();
        var status = t.column("Status", varchar(20));
        t.column("body", text());
        t.column("words", nativeType("tsvector"));
        t.trigger("a_columns")
                .before(UPDATE, INSERT)
                .of(status, id)
                .forEachRow()
                .when("NEW.\"Status\" IN ('open', 'done')")
                .execute(CHECK);
        t.trigger("b_changed").after(UPDATE).forEachRow().when("OLD.* IS DISTINCT FROM NEW.*")
                .execute(LOG, "it's", "", "a,\\{0}", "é");
        t.trigger("c_rows")
                .after(UPDATE)
                .referencingOldTable("old rows")
                .referencingNewTable("new_rows")
                .forEachStatement()
                .execute(LOG);
        t.trigger("d_truncate").after(TRUNCATE, DELETE).forEachStatement().execute(LOG);
        t.constraintTrigger("e_late")
                .after(INSERT, UPDATE)
                .from(ITEMS)
                .initiallyDeferred()
                .forEachRow()
                .when("new.id BETWEEN 1 AND 10")
                .execute(CHECK);
        t.constraintTrigger("f_deferrable").after(DELETE).deferrable().forEachRow().execute(CHECK);
        t.trigger("g_same").before(UPDATE).forEachRow()
                .executeExisting(BUILT_IN.named("suppress_redundant_updates_trigger"));
        t.trigger("h_words").before(INSERT, UPDATE).forEachRow()
                .executeExisting(
                        BUILT_IN.named("tsvector_update_trigger"), "words", "pg_catalog.english", "body");
    });

    @Test
    void aTableWithRowsGetsTriggersOnlyWhereTheyAreAllowed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(plainSql());
            String whole = database.description();
            database.execute("DROP TRIGGER a_columns ON \"order lines\"; DROP TRIGGER e_late ON \"order lines\";"
                    + " INSERT INTO \"order lines\" VALUES (1, 'open')");
            PostgresStore store = PostgresStore.of(database.dataSource());
            Report guarded = SchemaInitializer.of(declared()).with(store).apply();
            assertThat(guarded.steps(Step.Status.DONE)).isEmpty();
            assertThat(guarded.steps(Step.Status.BLOCKED).stream()
                    .map(step -> step.change().subject().display() + ": " + step.detail())).containsExactly(
                            "trigger a_columns on order lines: a trigger changes what every write to the table or view does, for"
                                    + " programs that know nothing of it too; allow it with PostgresStore.allow(TRIGGER)",
                            "trigger e_late on order lines: a trigger changes what every write to the table or view does, for"
                                    + " programs that know nothing of it too; allow it with PostgresStore.allow(TRIGGER)");
            Report allowed = SchemaInitializer.of(declared()).with(store.allow(TRIGGER)).apply();
            assertThat(allowed.steps(Step.Status.DONE).stream().map(Step::hazards)).hasSize(2).allSatisfy(
                    hazards -> assertThat(hazards.stream().map(Hazard::kind)).containsExactly(
                            Hazard.Kind.CHANGES_WRITES, Hazard.Kind.BLOCKS_WRITES));
            assertThat(database.description()).isEqualTo(whole);
        }
    }

    @Override
    Schema declared() {
        return schema("triggers", ITEMS, LINES);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Audit";
                CREATE FUNCTION "Audit"."Log it"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                CREATE FUNCTION check_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE items (id integer PRIMARY KEY);
                CREATE TABLE "order lines" (
                    id integer PRIMARY KEY, "Status" varchar(20), body text, words tsvector);
                CREATE TRIGGER a_columns BEFORE INSERT OR UPDATE OF "Status", id ON "order lines" FOR EACH ROW
                    WHEN (NEW."Status" IN ('open', 'done')) EXECUTE FUNCTION check_it();
                CREATE TRIGGER b_changed AFTER UPDATE ON "order lines" FOR EACH ROW
                    WHEN (OLD.* IS DISTINCT FROM NEW.*)
                    EXECUTE FUNCTION "Audit"."Log it"('it''s', '', 'a,\\{0}', 'é');
                CREATE TRIGGER c_rows AFTER UPDATE ON "order lines"
                    REFERENCING OLD TABLE AS "old rows" NEW TABLE AS new_rows
                    EXECUTE FUNCTION "Audit"."Log it"();
                CREATE TRIGGER d_truncate AFTER DELETE OR TRUNCATE ON "order lines" EXECUTE FUNCTION "Audit"."Log it"();
                CREATE CONSTRAINT TRIGGER e_late AFTER INSERT OR UPDATE ON "order lines" FROM items
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id BETWEEN 1 AND 10)
                    EXECUTE FUNCTION check_it();
                CREATE CONSTRAINT TRIGGER f_deferrable AFTER DELETE ON "order lines" DEFERRABLE
                    FOR EACH ROW EXECUTE FUNCTION check_it();
                CREATE TRIGGER g_same BEFORE UPDATE ON "order lines" FOR EACH ROW
                    EXECUTE FUNCTION suppress_redundant_updates_trigger();
                CREATE TRIGGER h_words BEFORE INSERT OR UPDATE ON "order lines" FOR EACH ROW
                    EXECUTE FUNCTION tsvector_update_trigger('words', 'pg_catalog.english', 'body');
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TRIGGER a_columns ON \"order lines\"; DROP TRIGGER b_changed ON \"order lines\"",
                "DROP TRIGGER c_rows ON \"order lines\"; DROP TRIGGER d_truncate ON \"order lines\"",
                "DROP TRIGGER e_late ON \"order lines\"",
                "DROP TRIGGER g_same ON \"order lines\"; DROP TRIGGER h_words ON \"order lines\"",
                "DROP TABLE \"order lines\"",
                "ALTER TABLE \"order lines\" DROP COLUMN \"Status\" CASCADE; "
                        + "DROP TRIGGER IF EXISTS b_changed ON \"order lines\"",
                "DROP FUNCTION check_it CASCADE",
                "DROP SCHEMA \"Audit\" CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(
                again("a_columns", "BEFORE INSERT OR UPDATE OF id ON \"order lines\" FOR EACH ROW"
                        + " WHEN (NEW.\"Status\" = ANY (ARRAY['open', 'done'])) EXECUTE FUNCTION check_it()",
                        "definition: schema says BEFORE INSERT OR UPDATE OF Status, id FOR EACH ROW EXECUTE FUNCTION"
                                + " check_it(), store has BEFORE INSERT OR UPDATE OF id FOR EACH ROW EXECUTE FUNCTION"
                                + " check_it()"),
                again("a_columns", "BEFORE INSERT OR UPDATE OF \"Status\", id ON \"order lines\" FOR EACH ROW"
                        + " WHEN (NEW.\"Status\" IN ('open', 'gone')) EXECUTE FUNCTION check_it()",
                        "condition: schema says WHEN (NEW.\"Status\" IN ('open', 'done')), store has WHEN ((new.\"Status\")::text"
                                + " = ANY ((ARRAY['open'::character varying, 'gone'::character varying])::text[]))"),
                again("b_changed", "AFTER UPDATE ON \"order lines\" FOR EACH ROW"
                        + " EXECUTE FUNCTION \"Audit\".\"Log it\"('it''s', '', 'a,\\{0}', 'é')",
                        "condition: schema says WHEN (OLD.* IS DISTINCT FROM NEW.*), store has nothing"),
                again("b_changed", "AFTER UPDATE ON \"order lines\" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)"
                        + " EXECUTE FUNCTION \"Audit\".\"Log it\"('its', 'é')",
                        "definition: schema says AFTER UPDATE FOR EACH ROW EXECUTE FUNCTION Audit.Log it('it''s', '',"
                                + " 'a,\\{0}', 'é'), store has AFTER UPDATE FOR EACH ROW EXECUTE FUNCTION"
                                + " Audit.Log it('its', 'é')"),
                again("c_rows", "AFTER UPDATE ON \"order lines\" REFERENCING NEW TABLE AS new_rows"
                        + " EXECUTE FUNCTION \"Audit\".\"Log it\"()",
                        "definition: schema says AFTER UPDATE REFERENCING OLD TABLE AS old rows NEW TABLE AS new_rows"
                                + " FOR EACH STATEMENT EXECUTE FUNCTION Audit.Log it(), store has AFTER UPDATE"
                                + " REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION"
                                + " Audit.Log it()"),
                again("d_truncate", "BEFORE DELETE ON \"order lines\" EXECUTE FUNCTION check_it()",
                        "definition: schema says AFTER DELETE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION"
                                + " Audit.Log it(), store has BEFORE DELETE FOR EACH STATEMENT EXECUTE FUNCTION"
                                + " check_it()"),
                constraint("f_deferrable", "AFTER DELETE ON \"order lines\" FROM items DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION check_it()",
                        "definition: schema says CONSTRAINT TRIGGER AFTER DELETE DEFERRABLE FOR EACH ROW EXECUTE"
                                + " FUNCTION check_it(), store has CONSTRAINT TRIGGER AFTER DELETE FROM items"
                                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_it()"),
                again("f_deferrable", "AFTER DELETE ON \"order lines\" FOR EACH ROW EXECUTE FUNCTION check_it()",
                        "definition: schema says CONSTRAINT TRIGGER AFTER DELETE DEFERRABLE FOR EACH ROW EXECUTE"
                                + " FUNCTION check_it(), store has AFTER DELETE FOR EACH ROW EXECUTE FUNCTION"
                                + " check_it()"),
                Change.of("ALTER TABLE \"order lines\" DISABLE TRIGGER g_same",
                        "trigger g_same on order lines: definition: store has DISABLE TRIGGER, which the schema does not"
                                + " declare"),
                Change.of("ALTER TRIGGER a_columns ON \"order lines\" RENAME TO other",
                        "trigger a_columns on order lines: name: schema says a_columns, store has other; it counts as"
                                + " present; name it \"other\" in the schema to make them agree"),
                Change.of("DROP TRIGGER f_deferrable ON \"order lines\";"
                        + " ALTER TABLE \"order lines\" ADD CONSTRAINT f_deferrable CHECK (id > 0)",
                        "trigger f_deferrable on order lines: name: schema says a constraint trigger, store has CHECK"
                                + " (id > 0); nothing is created under that name; rename one of the two"));
    }

    private static Change again(String name, String definition, String drift) {
        return replaced(name, "CREATE TRIGGER ", definition, drift);
    }

    private static Change constraint(String name, String definition, String drift) {
        return replaced(name, "CREATE CONSTRAINT TRIGGER ", definition, drift);
    }

    private static Change replaced(String name, String create, String definition, String drift) {
        return Change.of(
                "DROP TRIGGER " + name + " ON \"order lines\"; " + create + name + " " + definition,
                "trigger " + name + " on order lines: " + drift);
    }
}
