package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.postgres.PostgresDdl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The SQL of {@code dsl-reference.md} is what its Java becomes. */
class DslReferenceTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");

    @Test
    void everySqlBlockIsAPartOfTheScriptOfTheSchema() throws IOException {
        Path page = Path.of(System.getProperty("plinth.root", ".."), "docs", "dsl-reference.md");
        List<String> blocks = SQL.matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .map(it -> it.replace("```sql\n", "").replace("```", ""))
                .toList();
        assertThat(blocks).hasSize(6);
        assertThat(PostgresDdl.plain().render(DslReferenceSnippets.SCHEMA)).contains(blocks);
    }

    @Test
    void theSchemaOfThePageHasNoWarnings() {
        assertThat(DslReferenceSnippets.WARNINGS).isEmpty();
    }
}
