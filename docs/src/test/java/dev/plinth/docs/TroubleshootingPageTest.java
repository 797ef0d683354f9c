package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether docs/troubleshooting.md has every code that the sources treat. */
class TroubleshootingPageTest {

    private static final Path ROOT = Path.of(System.getProperty("plinth.root", ".."));
    private static final Pattern SQLSTATE = Pattern.compile("\"([0-9A-Z]{5})\"");
    private static final Pattern DYNAMODB = Pattern.compile(
            "\"([A-Z][A-Za-z]*(?:Exception|Throttling|Exceeded|NotMatch|TokenId))\"");

    private final String page = read("docs/troubleshooting.md");

    @Test
    void everySqlstateThatIsTreatedHasARow() {
        String apply = "schema-postgres/src/main/java/dev/plinth/postgres/internal/apply/";

        assertThat(codes(SQLSTATE, apply + "ServerError.java", apply + "FailureText.java")).hasSizeGreaterThan(25)
                .allSatisfy(code -> assertThat(page).contains("\n| `" + code + "` |"));
    }

    @Test
    void everyErrorOfDynamoDbThatIsTreatedIsNamed() {
        String internal = "schema-dynamo/src/main/java/dev/plinth/dynamo/internal/";

        assertThat(codes(DYNAMODB, internal + "apply/Refusals.java", internal + "apply/Messages.java",
                internal + "inspect/Credentials.java")).hasSizeGreaterThan(15)
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    private static List<String> codes(Pattern pattern, String... files) {
        return Stream.of(files).flatMap(file -> pattern.matcher(read(file)).results())
                .map((MatchResult found) -> found.group(1)).distinct().toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException("no " + file + " below " + ROOT, e);
        }
    }
}
