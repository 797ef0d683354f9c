package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.DynamoDifference;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.Optional;

/**
 * What a run over one table came to.
 *
 * @param observed the last look; empty when there was none, and then the failure says why
 * @param changes what was missing or incomplete at any time of the run
 * @param reason what was waited for in the end, or why the run stopped; empty when it came to its end
 * @param failure why the table could not be looked at; empty when it could
 */
public record Outcome(
        Wish wish,
        String tableName,
        Optional<Observed> observed,
        List<DynamoChange> changes,
        History history,
        String reason,
        String failure) {

    /** The declared table. */
    public DynamoTable declared() {
        return wish.table();
    }

    /** The last look, where there was a table. */
    Optional<Present> seen() {
        return observed.filter(Present.class::isInstance).map(Present.class::cast);
    }

    /** The live table of the last look; empty when there was no look or no table. */
    public Optional<LiveDynamoTable> live() {
        return seen().map(Present::table);
    }

    /** How the live table of the last look differs. */
    Optional<DynamoDifference> difference() {
        return seen().map(Present::difference);
    }

    /** What is not complete in the last look. */
    List<DynamoChange> incomplete() {
        return difference().map(DynamoDifference::incomplete).orElseGet(() -> DynamoDiff.absent(declared()));
    }
}
