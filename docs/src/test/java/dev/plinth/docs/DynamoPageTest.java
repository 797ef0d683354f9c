package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.dynamo.DynamoRequest;
import dev.plinth.dynamo.DynamoRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DynamoPageTest {

    @Test
    void theRequestsOnThePageAreThoseOfTheTableOnThePage() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("plinth.root", ".."), "docs", "dynamodb.md"));

        assertThat(DynamoRequests.of().tablePrefix("staging-").render(DynamoSnippets.SESSIONS))
                .hasSize(2)
                .extracting(DynamoRequest::json)
                .allSatisfy(json -> assertThat(page).contains("```json\n" + json + "```\n"));
    }
}
