package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.StreamView;
import java.util.stream.Stream;

/** Replication with eventual consistency works on a stream of new and old images. */
final class ReplicaStream implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.GLOBAL_TABLES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        Replication replication = table.settings().replication();
        StreamView stream = table.settings().stream();
        boolean wrong = replication.consistency() == Replication.Consistency.EVENTUAL
                && !replication.replicas().isEmpty()
                && stream != null
                && stream != StreamView.NEW_AND_OLD_IMAGES;
        return wrong
                ? Stream.of(error(
                        table.name(),
                        "has replicas and a stream of " + stream + ", and DynamoDB replicates from NEW_AND_OLD_IMAGES",
                        "Say stream(NEW_AND_OLD_IMAGES), or leave it out."))
                : Stream.empty();
    }
}
