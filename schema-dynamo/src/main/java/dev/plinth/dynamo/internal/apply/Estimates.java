package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.IndexStage;
import dev.plinth.diff.LiveDynamoTable;
import java.time.Duration;

/** When it is worth to look again at something that is pending. Estimates, from what DynamoDB usually takes. */
final class Estimates {

    private static final Duration CREATION = Duration.ofSeconds(20);
    private static final Duration INDEX = Duration.ofMinutes(10);
    private static final Duration FILLING = Duration.ofMinutes(5);
    private static final Duration REPLICA = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private Estimates() {}

    static Duration of(DynamoChange change, Outcome outcome) {
        if (change instanceof CreateDynamoTable) {
            return CREATION;
        }
        if (change instanceof AddReplicas) {
            return REPLICA;
        }
        boolean afterIndex = Admission.isOfIndex(change) || Admission.of(change) == Admission.INDEXES_IDLE;
        return afterIndex ? outcome.live().map(Estimates::slot).orElse(CREATION) : MOMENT;
    }

    /** How long until the index that is on its way is likely to be there. */
    private static Duration slot(LiveDynamoTable live) {
        return live.stages().values().stream()
                .filter(IndexStage::isBeingBuilt)
                .findFirst()
                .map(stage -> stage.backfilling() ? FILLING : INDEX)
                .orElse(MOMENT);
    }
}
