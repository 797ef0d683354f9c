package dev.plinth.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    private long now;

    @Test
    void both_orders_count_and_preparing_does_not() throws Exception {
        List<String> order = new ArrayList<>();
        Benchmark benchmark = new Benchmark("work", way("floor", 2, order), way("plinth", 3, order), 1, 2);

        Ratio ratio = Ratio.measure(benchmark, () -> now);

        assertThat(order).containsExactly("plinth", "floor", "floor", "plinth", "plinth", "floor");
        assertThat(ratio.floor()).containsExactly(Duration.ofMillis(2), Duration.ofMillis(2));
        assertThat(ratio.row()).isEqualTo("| work | 2.0 (2.0 to 2.0) | 3.0 (3.0 to 3.0) | 1.50 |");
    }

    private Benchmark.Way way(String name, int millis, List<String> order) {
        return new Benchmark.Way() {
            @Override
            public void prepare() {
                now += 1_000_000_000;
            }

            @Override
            public void go() {
                order.add(name);
                now += millis * 1_000_000L;
            }
        };
    }

    @Test
    void an_odd_number_of_rounds_would_favour_one_order() {
        Benchmark benchmark = new Benchmark("work", () -> {}, () -> {}, 0, 3);

        assertThatThrownBy(() -> Ratio.measure(benchmark, () -> now)).hasMessageStartingWith("3 rounds");
    }

    @Test
    void the_median_is_in_the_middle() {
        assertThat(Ratio.median(millis(9, 1, 5))).isEqualTo(Duration.ofMillis(5));
        assertThat(Ratio.median(millis(9, 1, 5, 6))).isEqualTo(Duration.ofMillis(5).plusNanos(500_000));
    }

    private static List<Duration> millis(int... times) {
        return Arrays.stream(times).mapToObj(Duration::ofMillis).toList();
    }
}
