package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.EnumType;
import org.junit.jupiter.api.Test;

class TypeDefinitionRenderingTest {

    private static final EnumType STATUS = enumType("status", "open", "it's done", "");

    enum Size {
        SMALL,
        LARGE
    }

    @Test
    void an_enum_type_comes_with_the_table_that_uses_it() {
        assertThat(Rendered.everything(table("tickets", t -> {
            t.column("status", STATUS).notNull().defaultTo(literal("open"));
            t.column("history", arrayOf(STATUS));
            t.column("size", namespace("app").enumType("size", Size.values()));
        }))).isEqualTo("""
                CREATE SCHEMA "app";
                CREATE TYPE "public"."status" AS ENUM ('open', 'it''s done', '');
                CREATE TYPE "app"."size" AS ENUM ('SMALL', 'LARGE');
                CREATE TABLE "public"."tickets" (
                  "status" "public"."status" DEFAULT 'open' NOT NULL,
                  "history" "public"."status"[],
                  "size" "app"."size"
                );
                """);
    }

    @Test
    void an_enum_type_may_have_no_label_and_need_no_table() {
        assertThat(Rendered.everything(enumType("nothing"))).isEqualTo("""
                CREATE TYPE "public"."nothing" AS ENUM ();
                """);
    }

    @Test
    void a_type_is_looked_for_where_it_may_exist() {
        assertThat(Rendered.only(CreateObject.class, RenderMode.RERUNNABLE, enumType("it's", "a"))).isEqualTo("""
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_type WHERE typnamespace = '"public"'::pg_catalog.regnamespace AND typname = 'it''s') THEN
                    CREATE TYPE "public"."it's" AS ENUM ('a');
                  END IF;
                END
                $plinth$;
                """);
    }

    @Test
    void labels_are_added_before_or_after_another_or_at_the_end() {
        QualifiedName status = STATUS.name();
        assertThat(Rendered.text(new AddLabel(status, "a", AddLabel.Place.BEFORE, "it's"), RenderMode.PLAIN))
                .isEqualTo("ALTER TYPE \"public\".\"status\" ADD VALUE 'a' BEFORE 'it''s';\n");
        assertThat(Rendered.text(new AddLabel(status, "a", AddLabel.Place.AFTER, ""), RenderMode.PLAIN))
                .isEqualTo("ALTER TYPE \"public\".\"status\" ADD VALUE 'a' AFTER '';\n");
        assertThat(Rendered.text(new AddLabel(status, "", AddLabel.Place.LAST, null), RenderMode.PLAIN))
                .isEqualTo("ALTER TYPE \"public\".\"status\" ADD VALUE '';\n");
    }
}
