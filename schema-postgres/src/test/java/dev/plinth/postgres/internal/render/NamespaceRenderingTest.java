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
}
