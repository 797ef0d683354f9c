package dev.plinth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({"tenants,tenants,0", "tennants,tenants,1", "tnants,tenants,1", "tenantz,tenants,1", "'',abc,3",
            "ab,ba,2"})
    void distanceIsTheNumberOfEdits(String from, String to, int distance) {
        assertThat(Suggestion.distance(from, to)).isEqualTo(distance);
        assertThat(Suggestion.distance(to, from)).isEqualTo(distance);
    }

    @Test
    void theNearestNameIsSuggestedAndOfSeveralTheFirst() {
        assertThat(Suggestion.nearest("user", List.of("used", "users", "uses"))).contains("used");
        assertThat(Suggestion.nearest("user", List.of("uses", "users", "other"))).contains("users");
    }

    @Test
    void nothingIsSuggestedBeyondTwoEditsOrForAWordThatIsMostlyWrong() {
        assertThat(Suggestion.nearest("customers", List.of("custom"))).isEmpty();
        assertThat(Suggestion.nearest("xyz", List.of("abz"))).isEmpty();
        assertThat(Suggestion.orElse("xyz", List.of("abz"), "Look it up.")).isEqualTo("Look it up.");
    }
}
