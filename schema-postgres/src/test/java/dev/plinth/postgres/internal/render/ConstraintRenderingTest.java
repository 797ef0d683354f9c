package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.NO_ACTION;
import static dev.plinth.dsl.SchemaDsl.RESTRICT;
import static dev.plinth.dsl.SchemaDsl.SET_DEFAULT;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintRenderingTest {

    private static final Table ROOMS = table("rooms", t -> {
        var house = t.column("house", integer());
        var number = t.column("number", integer());
        t.primaryKey(house, number);
    });

    @Test
    void keys_of_several_columns_keep_their_order() {
        assertThat(Rendered.everything(ROOMS, table("bookings", t -> {
            var house = t.column("house", integer());
            var room = t.column("room", integer());
            var day = t.column("day", integer());
            t.unique(day, room, house).named("one_guest_a_day");
            t.foreignKey(room, house).references(ROOMS, "number", "house").onDelete(CASCADE).onUpdate(RESTRICT);
        }))).isEqualTo(
                """
                        CREATE TABLE "public"."rooms" (
                          "house" integer NOT NULL,
                          "number" integer NOT NULL,
                          CONSTRAINT "rooms_pkey" PRIMARY KEY ("house", "number")
                        );
                        CREATE TABLE "public"."bookings" (
                          "house" integer,
                          "room" integer,
                          "day" integer,
                          CONSTRAINT "one_guest_a_day" UNIQUE ("day", "room", "house"),
                          CONSTRAINT "bookings_room_house_fkey" FOREIGN KEY ("room", "house") REFERENCES "public"."rooms" ("number", "house") ON DELETE CASCADE ON UPDATE RESTRICT
                        );
                        """);
    }

    @Test
    void every_action_but_the_default_is_written() {
        assertThat(foreignKey(NO_ACTION, NO_ACTION)).isEqualTo("""
                ALTER TABLE "public"."rooms" ADD CONSTRAINT "k" FOREIGN KEY ("house") REFERENCES "public"."houses" ("id");
                """);
        assertThat(foreignKey(SET_NULL, SET_DEFAULT)).contains("(\"id\") ON DELETE SET NULL ON UPDATE SET DEFAULT;");
        assertThat(foreignKey(SET_DEFAULT, SET_NULL)).contains("(\"id\") ON DELETE SET DEFAULT ON UPDATE SET NULL;");
        assertThat(foreignKey(RESTRICT, CASCADE)).contains("(\"id\") ON DELETE RESTRICT ON UPDATE CASCADE;");
    }

    @Test
    void the_text_of_a_check_survives_byte_for_byte() {
        assertThat(Rendered.everything(table("t", t -> {
            t.column("a", jsonb());
            t.column("b", text());
            t.check("question_mark", "a ? 'x' AND a ?| array['y', '{0}'] AND a @? '$.z'");
            t.check("braces", "a <> '{1}'::jsonb AND b <> :name AND b ~ '^\\d+\\?'");
            t.check("escape", "b <> E'it\\'s \\n' and b <> $q$it's ? {2}$q$ AND \"b\" <>\t'\u00e9'");
            t.check("comment", "b <> '' -- not empty");
        }))).isEqualTo("""
                CREATE TABLE "public"."t" (
                  "a" jsonb,
                  "b" text,
                  CONSTRAINT "question_mark" CHECK (a ? 'x' AND a ?| array['y', '{0}'] AND a @? '$.z'),
                  CONSTRAINT "braces" CHECK (a <> '{1}'::jsonb AND b <> :name AND b ~ '^\\d+\\?'),
                  CONSTRAINT "escape" CHECK (b <> E'it\\'s \\n' and b <> $q$it's ? {2}$q$ AND "b" <>\t'\u00e9'),
                  CONSTRAINT "comment" CHECK (b <> '' -- not empty
                )
                );
                """);
    }

    @Test
    void one_of_quotes_its_column_and_its_values() {
        assertThat(Rendered.everything(table("t", t -> {
            t.column("Kind", text()).oneOf("it's", "?");
            t.column("size", integer()).oneOf(1, -2);
        }))).contains("CHECK (\"Kind\" IN ('it''s', '?'))", "CHECK (\"size\" IN (1, -2))");
    }

    @Test
    void checks_and_foreign_keys_of_tables_with_rows_are_added_without_validation_first() {
        Constraint check = ROOMS_WITH_CHECK.constraints(Check.class).get(0);
        assertThat(Rendered.text(new AddConstraint(ROOMS.name(), check), RenderMode.ONLINE)).isEqualTo("""
                ALTER TABLE "public"."rooms" ADD CONSTRAINT "positive" CHECK (number > 0) NOT VALID;
                ALTER TABLE "public"."rooms" VALIDATE CONSTRAINT "positive";
                """);
        assertThat(Rendered.text(new ValidateConstraint(ROOMS.name(), check), RenderMode.PLAIN)).isEqualTo("""
                ALTER TABLE "public"."rooms" VALIDATE CONSTRAINT "positive";
                """);
    }

    private static final Table ROOMS_WITH_CHECK = table("rooms", t -> {
        t.column("number", integer());
        t.check("positive", "number > 0");
    });

    @Test
    void keys_have_no_other_form_for_tables_with_rows() {
        Unique key = new Unique("rooms_number_key", List.of("number"), null);

        assertThat(Rendered.text(new AddConstraint(ROOMS.name(), key), RenderMode.ONLINE)).isEqualTo("""
                ALTER TABLE "public"."rooms" ADD CONSTRAINT "rooms_number_key" UNIQUE ("number");
                """);
    }

    @Test
    void a_constraint_that_may_exist_is_looked_for_by_name_and_table() {
        Unique key = new Unique("room's key", List.of("number"), null);

        assertThat(Rendered.text(new AddConstraint(ROOMS.name(), key), RenderMode.RERUNNABLE)).isEqualTo(
                """
                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = '"public"."rooms"'::pg_catalog.regclass AND conname = 'room''s key') THEN
                            ALTER TABLE "public"."rooms" ADD CONSTRAINT "room's key" UNIQUE ("number");
                          END IF;
                        END
                        $plinth$;
                        """);
    }

    private static String foreignKey(ReferentialAction onDelete, ReferentialAction onUpdate) {
        var houses = ROOMS.name().sibling("houses");
        var key = new ForeignKey("k", List.of("house"), houses, List.of("id"), onDelete, onUpdate, null);
        return Rendered.text(new AddConstraint(ROOMS.name(), key), RenderMode.PLAIN);
    }
}
