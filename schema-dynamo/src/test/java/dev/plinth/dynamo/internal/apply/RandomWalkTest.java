package dev.plinth.dynamo.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.test.dynamo.AcceptedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand walks: whatever happens on the way, the next undisturbed apply completes the work, nothing is done twice, and
 * nothing is ever deleted. What somebody then makes different is said and left alone.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomWalkTest {

    private static final int WALKS_IN_A_BLOCK = 500;
    private static final String DELETION = "(?i).*(delete|untag|disable).*";

    /** All of them with the SDK that knows every word; some with the oldest one. */
    static LongStream blocks() {
        return LongStream.range(0, RandomTables.KNOWS_VECTORS ? 20 : 1);
    }

    @ParameterizedTest(name = "walks from seed {0} times 500")
    @MethodSource("blocks")
    void apply_ends_converges_and_repeats_nothing(long block) {
        for (long seed = block * WALKS_IN_A_BLOCK; seed < (block + 1) * WALKS_IN_A_BLOCK; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        RandomWalk walk = new RandomWalk(seed);

        assertThat(walk.play()).as("calls after the deadline, seed %d", seed).isEmpty();
        StoreReport complete = walk.applyAlone();
        StoreReport silent = walk.applyAlone();

        assertThat(complete.failures()).as("failures, seed %d", seed).isEmpty();
        assertThat(complete.steps()).as("steps, seed %d", seed).extracting(Step::status)
                .isSubsetOf(Step.Status.DONE);
        assertThat(silent.steps()).as("steps of the second apply, seed %d", seed).isEmpty();
        assertThat(silent.drift()).as("drift, seed %d", seed).isEmpty();
        List<String> made = new ArrayList<>(walk.service.accepted().stream().flatMap(RandomWalkTest::parts).toList());
        walk.people.undone.forEach(made::remove);
        assertThat(made).as("changes that were made, seed %d", seed).doesNotHaveDuplicates();
        assertThat(walk.service.changes()).as("calls, seed %d", seed).noneMatch(call -> call.matches(DELETION));
        if (seed % 4 == 0) {
            checkDifferences(walk, seed);
        }
    }

    /** What somebody made different is said, all of it, and nothing is done about it. */
    private static void checkDifferences(RandomWalk walk, long seed) {
        List<String> different = walk.makeDifferent();

        StoreReport report = walk.applyAlone();

        assertThat(report.steps()).as("steps beside drift, seed %d", seed).isEmpty();
        assertThat(report.drift()).as("drift, seed %d", seed)
                .extracting(drift -> drift.subject().display() + ": " + drift.aspect())
                .containsExactlyInAnyOrderElementsOf(different);
        assertThat(walk.service.changes()).as("calls because of drift, seed %d", seed).isEmpty();
    }

    /** Tags come in sets that may differ from one version to the other: each tag is a change of its own. */
    private static Stream<String> parts(AcceptedChange change) {
        String where = change.tableId() + " " + change.operation() + " ";
        return change.operation().equals("TagResource")
                ? Stream.of(change.what().split(" ")).map(tag -> where + tag)
                : Stream.of(where + change.what());
    }
}
