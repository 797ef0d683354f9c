package dev.plinth.postgres.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.model.sql.Extension;
import org.junit.jupiter.api.Test;

class NamespaceRenderingTest {

    @Test
    void a_namespace() {
        CreateNamespace created = new CreateNamespace("Audit \"1\"");

        assertThat(Rendered.text(created, RenderMode.PLAIN)).isEqualTo("CREATE SCHEMA \"Audit \"\"1\"\"\";\n");
        assertThat(Rendered.text(created, RenderMode.RERUNNABLE))
                .isEqualTo("CREATE SCHEMA IF NOT EXISTS \"Audit \"\"1\"\"\";\n");
    }

    @Test
    void an_extension_says_where_it_goes_and_does_not_depend_on_the_search_path() {
        CreateExtension created = new CreateExtension(new Extension("uuid-ossp"));
        SqlRenderer elsewhere = new SqlRenderer(RenderContext.defaults().withExtension("uuid-ossp", "ext"));

        assertThat(Rendered.text(created, RenderMode.PLAIN)).isEqualTo("""
                CREATE EXTENSION "uuid-ossp" WITH SCHEMA "public";
                """);
        assertThat(Rendered.text(created, RenderMode.RERUNNABLE)).isEqualTo("""
                CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "public";
                """);
        assertThat(elsewhere.statements(created, RenderMode.PLAIN))
                .containsExactly("CREATE EXTENSION \"uuid-ossp\" WITH SCHEMA \"ext\"");
    }

    @Test
    void the_comment_of_an_extension_is_set_where_the_extension_is_created() {
        CreateExtension created = new CreateExtension(new Extension("isn", "ext", "1.2", "It's \"ours\" {0} ?"));

        assertThat(Rendered.text(created, RenderMode.PLAIN)).isEqualTo("""
                CREATE EXTENSION "isn" WITH SCHEMA "ext" VERSION '1.2';
                COMMENT ON EXTENSION "isn" IS 'It''s "ours" {0} ?';
                """);
        assertThat(Rendered.text(created, RenderMode.RERUNNABLE)).isEqualTo("""
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'isn') THEN
                    CREATE EXTENSION IF NOT EXISTS "isn" WITH SCHEMA "ext" VERSION '1.2';
                    COMMENT ON EXTENSION "isn" IS 'It''s "ours" {0} ?';
                  END IF;
                END
                $plinth$;
                """);
    }
}
