package dev.plinth.diff;

import static dev.plinth.diff.ObjectKind.DYNAMODB_TABLE;
import static dev.plinth.diff.ObjectKind.GLOBAL_INDEX;

import dev.plinth.diff.DynamoChange.LimitOnDemandThroughput;
import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import org.jspecify.annotations.Nullable;

/** Billing and capacity, of the table and of each index. */
record DynamoCapacityDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final String THROUGHPUT_ADVICE =
            "set the capacity with UpdateTable, or make the schema say what is live; where auto scaling moves it, declare"
                    + " that with scaleReads and scaleWrites";
    private static final String MAXIMUM_ADVICE = "set it with UpdateTable, or make the schema say what is live";

    void compare() {
        Subject table = Subject.of(DYNAMODB_TABLE, declared.name());
        if (!sameMode(declared.billing(), live.billing())) {
            String advice = "switch the billing mode with UpdateTable, or make the schema say what is live";
            findings.different(
                    table,
                    "billing",
                    DynamoWords.billing(declared.billing()),
                    DynamoWords.billing(live.billing()),
                    advice);
        } else {
            mode(table);
            declared.globalIndexes().forEach(index -> live.globalIndex(index.name())
                    .filter(found -> !found.stage().isGoing())
                    .ifPresent(found -> index(index, found)));
        }
        WarmThroughput warm = declared.settings().warmThroughput();
        if (warm != null) {
            warm(null, warm, live.settings().warmThroughput());
        }
    }

    private void mode(Subject table) {
        switch (declared.billing()) {
            case Billing.Provisioned(Throughput throughput, AutoScaling scaling) -> {
                if (live.billing() instanceof Billing.Provisioned found) {
                    throughput(table, throughput, scaling, found.throughput());
                }
            }
            case Billing.PayPerRequest(OnDemandThroughput maximum) -> {
                if (live.billing() instanceof Billing.PayPerRequest found) {
                    maximum(null, maximum, found.maximum());
                }
            }
        }
    }

    private void index(GlobalIndex index, LiveGlobalIndex found) {
        Subject subject = Subject.on(GLOBAL_INDEX, index.name(), declared.name());
        Capacity wanted = index.capacity();
        Capacity actual = found.definition().capacity();
        if (wanted.throughput() != null && actual.throughput() != null) {
            throughput(subject, wanted.throughput(), wanted.autoScaling(), actual.throughput());
        }
        maximum(index.name(), wanted.onDemandThroughput(), actual.onDemandThroughput());
        if (wanted.warmThroughput() != null) {
            warm(index.name(), wanted.warmThroughput(), found.warmThroughput());
        }
    }

    /** What scales is not compared: somebody else moves it. */
    private void throughput(Subject subject, Throughput wanted, AutoScaling scaling, Throughput actual) {
        Throughput expected = new Throughput(
                scaling.reads() == null ? wanted.readCapacityUnits() : actual.readCapacityUnits(),
                scaling.writes() == null ? wanted.writeCapacityUnits() : actual.writeCapacityUnits());
        findings.different(
                subject,
                "capacity",
                DynamoWords.throughput(expected),
                DynamoWords.throughput(actual),
                THROUGHPUT_ADVICE);
    }

    /** A maximum where there is none would be an addition that takes something away: it has to be allowed. */
    private void maximum(
            @Nullable String index, @Nullable OnDemandThroughput wanted, @Nullable OnDemandThroughput actual) {
        if (wanted == null) {
            return;
        }
        LimitOnDemandThroughput change = new LimitOnDemandThroughput(declared.name(), index, wanted);
        if (actual == null) {
            findings.missing(change);
        } else {
            findings.different(
                    change.subject(),
                    "maximum",
                    DynamoWords.maximum(wanted),
                    DynamoWords.maximum(actual),
                    MAXIMUM_ADVICE);
        }
    }

    /** Raising takes minutes, and until then the old value may be told. */
    private void warm(@Nullable String index, WarmThroughput wanted, LiveValue<WarmThroughput> live) {
        if (live instanceof LiveValue.Arriving<WarmThroughput>(WarmThroughput found) && !found.covers(wanted)) {
            findings.begun(raise(index, wanted, found));
        } else {
            live.settled().ifPresent(found -> warm(index, wanted, found));
        }
    }

    /** It only grows: what is there already is enough where it is more. */
    private void warm(@Nullable String index, WarmThroughput wanted, WarmThroughput actual) {
        if (!actual.covers(wanted)) {
            findings.missing(raise(index, wanted, actual));
        }
    }

    private RaiseWarmThroughput raise(@Nullable String index, WarmThroughput wanted, WarmThroughput actual) {
        WarmThroughput raised = new WarmThroughput(
                Math.max(wanted.readUnitsPerSecond(), actual.readUnitsPerSecond()),
                Math.max(wanted.writeUnitsPerSecond(), actual.writeUnitsPerSecond()));
        return new RaiseWarmThroughput(declared.name(), index, raised);
    }

    static boolean sameMode(Billing one, Billing other) {
        return one.getClass() == other.getClass();
    }
}
