package dev.plinth.rule;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.ScalingRange;
import java.util.stream.Stream;

/**
 * Auto scaling moves provisioned capacity between a minimum of at least 1 and a maximum that is not below it, which is a number
 * of 32 bits, and aims at 20 to 90 percent of use. Beyond 40,000 units DynamoDB refuses (a quota that AWS can raise).
 */
final class AutoScalingRange implements DynamoTableRule {

    private static final int MOST = Integer.MAX_VALUE;
    private static final int QUOTA = 40_000;
    private static final int LOWEST_TARGET = 20;
    private static final int HIGHEST_TARGET = 90;

    @Override
    public DynamoPage source() {
        return DynamoPage.AUTO_SCALING;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        Stream<Problem> ofTable = switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> Stream.empty();
            case Billing.Provisioned provisioned -> check(table.name(), provisioned.autoScaling());
        };
        return Stream.concat(ofTable, table.globalIndexes().stream().flatMap(it -> ofIndex(table, it)));
    }

    private Stream<Problem> ofIndex(DynamoTable table, GlobalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        AutoScaling scaling = index.capacity().autoScaling();
        return table.billing() instanceof Billing.PayPerRequest && !scaling.equals(AutoScaling.NONE)
                ? Stream.of(error(
                        subject,
                        "scales on a table that is paid for per request, which has no capacity to scale",
                        "Drop scaleReads(...) and scaleWrites(...), or say provisioned(...) for the table."))
                : check(subject, scaling);
    }

    private Stream<Problem> check(String subject, AutoScaling scaling) {
        return Stream.concat(
                Stream.ofNullable(scaling.reads()).flatMap(it -> check(subject, "scaleReads", it)),
                Stream.ofNullable(scaling.writes()).flatMap(it -> check(subject, "scaleWrites", it)));
    }

    private Stream<Problem> check(String subject, String word, ScalingRange range) {
        String remedy = "Change " + word + "(...).";
        Stream<Problem> units = range.minCapacity() >= 1 && range.minCapacity() <= range.maxCapacity()
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        word + " goes from " + range.minCapacity() + " to " + range.maxCapacity()
                                + " units, and the minimum has to be at least 1 and at most the maximum",
                        remedy));
        Stream<Problem> target = range.targetUtilization() >= LOWEST_TARGET
                && range.targetUtilization() <= HIGHEST_TARGET
                        ? Stream.empty()
                        : Stream.of(error(
                                subject,
                                word + " aims at " + range.targetUtilization() + " percent, and auto scaling allows "
                                        + LOWEST_TARGET + " to " + HIGHEST_TARGET,
                                remedy));
        return Stream.of(units, most(subject, word, range.maxCapacity()), target).flatMap(all -> all);
    }

    private Stream<Problem> most(String subject, String word, long maximum) {
        String what = word + " goes up to " + maximum + " units, and ";
        if (maximum > MOST) {
            return Stream.of(error(
                    subject, what + "Application Auto Scaling takes at most " + MOST, "Change " + word + "(...)."));
        }
        return maximum <= QUOTA
                ? Stream.empty()
                : Stream.of(warning(
                        subject, what + "DynamoDB allows " + QUOTA + " until AWS raises the quota",
                        "Ask for the quota first."));
    }
}
