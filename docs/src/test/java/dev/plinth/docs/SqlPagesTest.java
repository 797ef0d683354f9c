package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.rule.SchemaRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of the pages on kinds of objects is what their Java becomes. */
class SqlPagesTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("indexes.md", IndexSnippets.SCHEMA),
                Arguments.of("constraints.md", ConstraintSnippets.SCHEMA),
                Arguments.of("types.md", TypeSnippets.SCHEMA),
                Arguments.of("sequences.md", SequenceSnippets.SCHEMA),
                Arguments.of("triggers.md", TriggerSnippets.SCHEMA),
                Arguments.of("extensions.md", ExtensionSnippets.SCHEMA),
                Arguments.of("functions.md", FunctionSnippets.SCHEMA),
                Arguments.of("partitioning.md", PartitionSnippets.SCHEMA),
                Arguments.of("comments.md", CommentSnippets.SCHEMA),
                Arguments.of("security.md", SecuritySnippets.SCHEMA),
                Arguments.of("operators.md", OperatorSnippets.SCHEMA),
                Arguments.of("text-search.md", TextSearchSnippets.SCHEMA),
                Arguments.of("views.md", ViewSnippets.SCHEMA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everySqlBlockIsAPartOfTheScriptOfTheSchema(String file, Schema schema) throws IOException {
        Path page = Path.of(System.getProperty("plinth.root", ".."), "docs", file);
        List<String> blocks = SQL.matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .map(it -> it.replace("```sql\n", "").replace("```", ""))
                .toList();
        assertThat(blocks).isNotEmpty();
        assertThat(PostgresDdl.plain().render(schema)).contains(blocks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theSchemaHasNoWarnings(String file, Schema schema) {
        assertThat(SchemaRules.check(schema)).isEmpty();
    }
}
