package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import java.util.stream.Stream;

/** Point-in-time recovery goes 1 to 35 days back. */
final class RecoveryPeriod implements DynamoTableRule {

    private static final int MAX = 35;

    @Override
    public DynamoPage source() {
        return DynamoPage.POINT_IN_TIME_RECOVERY;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.<PointInTimeRecovery>ofNullable(table.settings().pointInTimeRecovery())
                .map(PointInTimeRecovery::days)
                .filter(days -> days < 1 || days > MAX)
                .map(days -> error(
                        table.name(),
                        "can be recovered over " + days + " days, and DynamoDB allows 1 to " + MAX,
                        "Change pointInTimeRecovery(...)."));
    }
}
