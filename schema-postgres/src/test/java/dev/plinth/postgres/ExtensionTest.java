package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.extensionType;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionTest extends KindAcceptance {

    @Override
    Schema declared() {
        return schema(
                "extensions",
                extension("pg_trgm", e -> e.schema("Search it").version("1.6")),
                extension("btree_gist"),
                extension("citext", e -> e.schema("types").comment("It's for names")),
                table("people", t -> {
                    var name = t.column("name", extensionType("citext", "citext"));
                    var bio = t.column("bio", text()).nullable();
                    t.index("people_bio").on(bio.operatorClass(extensionOperatorClass("pg_trgm", "gin_trgm_ops")))
                            .using(GIN);
                    t.unique(name);
                }));
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Search it";
                CREATE SCHEMA types;
                CREATE EXTENSION pg_trgm SCHEMA "Search it" VERSION '1.6';
                CREATE EXTENSION btree_gist;
                CREATE EXTENSION citext SCHEMA types;
                COMMENT ON EXTENSION citext IS 'It''s for names';
                CREATE TABLE people (name types.citext UNIQUE, bio text);
                CREATE INDEX people_bio ON people USING gin (bio "Search it".gin_trgm_ops);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP EXTENSION pg_trgm CASCADE",
                "DROP SCHEMA types CASCADE",
                "DROP EXTENSION btree_gist",
                "DROP TABLE people; DROP EXTENSION citext");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("ALTER EXTENSION pg_trgm SET SCHEMA public",
                        "extension pg_trgm: schema: schema says Search it, store has public"),
                Change.of("DROP INDEX people_bio; DROP EXTENSION pg_trgm;"
                        + " CREATE EXTENSION pg_trgm SCHEMA \"Search it\" VERSION '1.5';"
                        + " CREATE INDEX people_bio ON people USING gin (bio \"Search it\".gin_trgm_ops)",
                        "extension pg_trgm: version: schema says 1.6, store has 1.5"),
                Change.of("COMMENT ON EXTENSION citext IS 'Other'; COMMENT ON EXTENSION btree_gist IS 'Not declared'",
                        "extension citext: comment: schema says 'It''s for names', store has 'Other'; left as it is;"
                                + " COMMENT ON EXTENSION citext IS 'It''s for names' changes it, or change the schema"),
                Change.of("COMMENT ON EXTENSION citext IS NULL",
                        "extension citext: comment: schema says 'It''s for names', store has nothing; left as it is;"
                                + " COMMENT ON EXTENSION citext IS 'It''s for names' changes it, or change the schema"));
    }

    @Test
    void aVersionThatTheServerDoesNotHaveIsRefusedOrDeferred() {
        Schema schema = schema("extensions", extension("pg_trgm", e -> e.version("0.1")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            assertThatThrownBy(() -> SchemaInitializer.of(schema).with(store).apply())
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining(
                            "the server does not offer the extension pg_trgm 0.1, which the schema needs");
            Report report = SchemaInitializer.of(schema).with(store.deferMissingExtensions()).apply();
            assertThat(report.steps(Step.Status.DEFERRED).getFirst().detail())
                    .startsWith("the server does not offer version 0.1 of this extension, only 1.3, 1.4, 1.5, 1.6");
        }
    }
}
