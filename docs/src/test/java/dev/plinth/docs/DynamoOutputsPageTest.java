package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoOutputsPageTest {

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("plinth.root", ".."), "docs", "dynamodb-outputs.md"));
    }

    @Test
    void theTemplateOnThePageIsThatOfTheTable() throws IOException {
        List<String> templates = DynamoOutputSnippets.templates();

        assertThat(page()).contains("```yaml\n" + templates.get(0) + "```\n");
        assertThat(templates.get(0)).endsWith("Resources:\n" + templates.get(1).indent(2));
    }

    @Test
    void theDifferenceOnThePageIsThatOfTheClass() throws IOException {
        String oneLine = page().replace('\n', ' ');

        assertThatThrownBy(DynamoOutputSnippets::check)
                .satisfies(refused -> assertThat(oneLine).contains("``` " + refused.getMessage() + " ```"));
    }

    @Test
    void aDataModelComesBackWithItsTables(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chat.json");

        DynamoOutputSnippets.export(file);

        assertThat(DynamoOutputSnippets.read(file).dynamoTables())
                .extracting(table -> table.name())
                .containsExactly("Sessions", "Counters");
    }
}
