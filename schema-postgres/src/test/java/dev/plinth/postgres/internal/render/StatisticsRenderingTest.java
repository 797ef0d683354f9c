package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresDdl;
import org.junit.jupiter.api.Test;

class StatisticsRenderingTest {

    private static final Table PLACES = table("places", t -> {
        t.column("city", text());
        t.column("zip", text());
    });

    private static final Schema SCHEMA = schema(
            "places",
            PLACES,
            statistics("both", s -> s.on("city", "zip").from(PLACES)),
            statistics("some",
                    s -> s.mcv().dependencies().on("city").on(sql("lower(zip) -- folded")).from(PLACES)
                            .comment("Said")));

    private static final String TABLE = """
            CREATE TABLE "public"."places" (
              "city" text,
              "zip" text
            );
            """;

    @Test
    void they_come_after_their_table() {
        assertThat(PostgresDdl.plain().render(SCHEMA)).endsWith(TABLE + """

                CREATE STATISTICS "public"."both" ON "city", "zip" FROM "public"."places";

                CREATE STATISTICS "public"."some" (dependencies, mcv) ON "city", (lower(zip) -- folded
                ) FROM "public"."places";

                COMMENT ON STATISTICS "public"."some" IS 'Said';
                """);
    }

    @Test
    void they_can_be_repeated() {
        assertThat(PostgresDdl.rerunnable().render(SCHEMA)).contains(
                "CREATE STATISTICS IF NOT EXISTS \"public\".\"both\" ON \"city\", \"zip\" FROM \"public\".\"places\";");
    }
}
