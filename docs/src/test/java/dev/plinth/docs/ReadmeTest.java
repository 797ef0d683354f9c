package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.postgres.PostgresDdl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The SQL that the README shows is the SQL that its Java makes. */
class ReadmeTest {

    @Test
    void showsTheSqlThatComesOut() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("plinth.root", ".."), "README.md"));
        String shown =
                readme.substring(readme.indexOf("```sql\n") + 7, readme.indexOf("\n```", readme.indexOf("```sql\n")));

        assertThat(PostgresDdl.plain().render(ReadmeSnippets.SCHEMA)).contains(shown);
        assertThat(shown).contains("CREATE TABLE", "CREATE INDEX");
    }
}
