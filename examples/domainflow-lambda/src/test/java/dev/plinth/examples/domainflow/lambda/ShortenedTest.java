package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts in a room that is too small for them. */
class ShortenedTest {

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Shortened.text("short", 100)).isEqualTo("short");
        assertThat(Shortened.lines(List.of("one", "two"), 100)).isEqualTo("one\ntwo");
        assertThat(Shortened.lines(List.of(), 100)).isEmpty();
    }

    @Test
    void linesAreCutBetweenLines() {
        assertThat(Shortened.lines(Collections.nCopies(50, "pending: index a on b"), 100))
                .isEqualTo("pending: index a on b\npending: index a on b\nand 48 more in the log of the function");
    }

    @Test
    void aLongTextIsCutWhereItsJsonIsLongAndNeverInACharacter() {
        for (String part : List.of("a", "\"", "\n", "\u00e4", "\ud83d\ude00")) {
            String text = Shortened.text(part.repeat(3000), 2000);
            assertThat(JsonText.of(Map.of("", text)).getBytes(StandardCharsets.UTF_8)).as(part)
                    .hasSizeBetween(1950, 2000);
            assertThat(text).endsWith(" ... (the log of the function has the rest)");
            String kept = text.substring(0, text.indexOf(" ..."));
            assertThat(kept).isEqualTo(part.repeat(kept.length() / part.length()));
        }
        assertThat(Shortened.lines(List.of("a".repeat(3000), "b"), 100)).hasSizeLessThan(100).startsWith("aaa");
    }
}
