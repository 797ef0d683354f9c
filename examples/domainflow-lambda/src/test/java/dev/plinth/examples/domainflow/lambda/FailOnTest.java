package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Finding;
import dev.plinth.job.settings.UsageException;
import dev.plinth.job.settings.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fails a deployment, and who has the last word on it. */
class FailOnTest {

    private final FailOn environment = FailOn.of(Variables.of(Map.of("FAIL_ON", "drift, PENDING")));

    @Test
    void namesAreReadInAnyCase() {
        assertThat(environment.findings()).containsExactlyInAnyOrder(Finding.DRIFT, Finding.PENDING);
        assertThat(environment.without(Finding.PENDING).findings()).containsExactly(Finding.DRIFT);
        assertThat(FailOn.of(Variables.of(Map.of())).findings()).isEmpty();
    }

    @Test
    void theResourceOverrulesTheEnvironmentAlsoWithNothing() {
        assertThat(environment.or(event("{}"))).isEqualTo(environment);
        assertThat(environment.or(event("{\"ResourceProperties\":{\"FailOn\":\"BLOCKED\"}}")).findings())
                .containsExactly(Finding.BLOCKED);
        assertThat(environment.or(event("{\"ResourceProperties\":{\"FailOn\":\"\"}}")).findings()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsSource() {
        assertThatThrownBy(() -> environment.or(event("{\"ResourceProperties\":{\"FailOn\":\"DRFT\"}}")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "the resource property FailOn has \"DRFT\"; write any of PENDING, DRIFT, BLOCKED, DEFERRED, "
                                + "UNDECIDED");
    }

    private static Event event(String json) {
        return new Event(JsonText.object(json));
    }
}
