package dev.plinth.dynamo.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand walks: whatever happens on the way, the next undisturbed apply completes the work, and nothing is done twice. */
class RandomWalkTest {

    private static final int WALKS_IN_A_BLOCK = 500;

    static LongStream blocks() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "walks from seed {0} times 500")
    @MethodSource("blocks")
    void apply_ends_converges_and_repeats_nothing(long block) throws InterruptedException {
        for (long seed = block * WALKS_IN_A_BLOCK; seed < (block + 1) * WALKS_IN_A_BLOCK; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) throws InterruptedException {
        RandomWalk walk = new RandomWalk(seed);

        assertThat(walk.play()).as("calls after the deadline, seed %d", seed).isEmpty();
        StoreReport complete = walk.applyAlone();
        StoreReport silent = walk.applyAlone();

        assertThat(complete.failures()).as("failures, seed %d", seed).isEmpty();
        assertThat(complete.steps()).as("steps, seed %d", seed).extracting(Step::status)
                .isSubsetOf(Step.Status.DONE);
        assertThat(silent.steps()).as("steps of the second apply, seed %d", seed).isEmpty();
        assertThat(silent.drift()).as("drift, seed %d", seed).isEmpty();
        assertThat(walk.service.accepted()).as("changes that were made, seed %d", seed).doesNotHaveDuplicates();
    }
}
