package dev.plinth.dsl;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Billing and settings of a DynamoDB table while its lambda runs. */
final class DynamoSettingsDraft {

    /** The mode of payment before the details of either mode are known. */
    record Mode(Optional<Throughput> provisioned) {}

    final Said<Mode> billing = new Said<>("billing");
    final Said<OnDemandThroughput> onDemandThroughput = new Said<>("onDemandThroughput");
    final Said<ScalingRange> reads = new Said<>("scaleReads");
    final Said<ScalingRange> writes = new Said<>("scaleWrites");
    final Said<Encryption> encryption = new Said<>("encryption");
    final Said<StreamView> stream = new Said<>("stream");
    final Said<TableClass> tableClass = new Said<>("tableClass");
    final Said<Boolean> deletionProtection = new Said<>("deletionProtection");
    final Said<WarmThroughput> warmThroughput = new Said<>("warmThroughput");
    final Said<String> timeToLive = new Said<>("timeToLive");
    final Said<PointInTimeRecovery> pointInTimeRecovery = new Said<>("pointInTimeRecovery");
    final Said<String> resourcePolicy = new Said<>("resourcePolicy");
    final Said<ContributorInsights> contributorInsights = new Said<>("contributorInsights");
    final Said<Replication.Consistency> consistency = new Said<>("multiRegionConsistency");
    final Said<String> witness = new Said<>("witness");
    final Map<String, String> tags = new LinkedHashMap<>();
    final List<KinesisDestination> kinesisDestinations = new ArrayList<>();
    final List<Replica> replicas = new ArrayList<>();

    Billing billing() {
        AutoScaling scaling = new AutoScaling(reads.orNull(), writes.orNull());
        return billing.orElse(new Mode(Optional.empty()))
                .provisioned()
                .<Billing>map(throughput -> new Billing.Provisioned(throughput, scaling))
                .orElseGet(() -> new Billing.PayPerRequest(onDemandThroughput.orNull()));
    }

    /** What the other mode of payment is for, if it was said. */
    Optional<String> contradiction() {
        boolean provisioned = billing.orElse(new Mode(Optional.empty())).provisioned().isPresent();
        if (provisioned) {
            return onDemandThroughput.orNull() == null
                    ? Optional.empty()
                    : Optional.of("onDemandThroughput is for tables that are paid for per request");
        }
        return reads.orNull() == null && writes.orNull() == null
                ? Optional.empty()
                : Optional.of("auto scaling is for tables with provisioned billing");
    }

    TableSettings settings() {
        return new TableSettings(
                encryption.orNull(),
                stream.orNull(),
                tableClass.orNull(),
                deletionProtection.orElse(false),
                warmThroughput.orNull(),
                timeToLive.orNull(),
                pointInTimeRecovery.orNull(),
                tags.entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList(),
                resourcePolicy.orNull(),
                contributorInsights.orNull(),
                kinesisDestinations,
                new Replication(
                        consistency.orElse(Replication.Consistency.EVENTUAL), replicas, witness.orNull()));
    }
}
