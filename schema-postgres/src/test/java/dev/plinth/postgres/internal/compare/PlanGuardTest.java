package dev.plinth.postgres.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanGuardTest {

    @Test
    void aTextMayBeLong() {
        String letters = "x".repeat(100_000);
        assertThat(PlanGuard.isOneExpression("'" + letters + ";'")).isTrue();
        assertThat(PlanGuard.mayPlan("'" + letters + "' || \"" + letters + "\"")).isTrue();
        assertThat(PlanGuard.mayPlan("a.\"" + letters + "\"(1)")).isFalse();
        assertThat(PlanGuard.mayPlan("CAST(1 AS \"" + letters + "\".b)")).isFalse();
    }
}
