package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.AddTags;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableDeletionProtection;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableStream;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.PutResourcePolicy;
import dev.plinth.diff.DynamoFindings.Comparison;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a table, in the order in which missing ones are best added. */
record DynamoSettingsDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final Comparison<String> TIME_TO_LIVE = new Comparison<>(
            "attribute",
            String::equals,
            text -> text,
            "time to live is on for another attribute: disable it there first, or make the schema say what is live");
    private static final Comparison<PointInTimeRecovery> RECOVERY = new Comparison<>(
            "recovery period",
            (wanted, actual) -> wanted.recoveryPeriodInDays() == null || wanted.days() == actual.days(),
            recovery -> recovery.days() + " days",
            "set the period with UpdateContinuousBackups, or make the schema say what is live");
    private static final Comparison<String> POLICY = new Comparison<>(
            "document",
            String::equals,
            text -> text,
            "the table has another policy: merge the two by hand with PutResourcePolicy");
    private static final Comparison<StreamView> STREAM = new Comparison<>(
            "view type",
            StreamView::equals,
            StreamView::name,
            "the view type of a stream cannot be changed: disable the stream and enable it anew once nothing reads it, or"
                    + " make the schema say what is live");
    private static final Comparison<KinesisDestination> KINESIS = new Comparison<>(
            "precision",
            (wanted, actual) -> wanted.precision() == null || wanted.precision() == actual.precision(),
            DynamoWords::precision,
            "set the precision with UpdateKinesisStreamingDestination, or make the schema say what is live");
    static final Comparison<ContributorInsights> INSIGHTS = new Comparison<>(
            "mode",
            ContributorInsights::equals,
            ContributorInsights::name,
            "set the mode with UpdateContributorInsights, or make the schema say what is live");

    void compare() {
        tags();
        timeToLive();
        pointInTimeRecovery();
        resourcePolicy();
        stream();
        declared.settings().kinesisDestinations().forEach(this::kinesis);
        contributorInsights();
        deletionProtection();
    }

    private TableSettings wanted() {
        return declared.settings();
    }

    private void tags() {
        List<Tag> tags = wanted().tags();
        if (tags.isEmpty()) {
            return;
        }
        live.settings().tags().settled().ifPresentOrElse(
                found -> tags(tags, found),
                () -> findings.unknown(new AddTags(declared.name(), tags), live.settings().tags()));
    }

    private void tags(List<Tag> tags, List<Tag> found) {
        Map<String, String> values = found.stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> a));
        tags.stream().filter(tag -> values.containsKey(tag.key())).forEach(tag -> findings.different(
                Subject.of(ObjectKind.TAGS, declared.name()),
                "tag " + tag.key(),
                "\"" + tag.value() + "\"",
                "\"" + values.get(tag.key()) + "\"",
                "set the tag with TagResource, or make the schema say what is live"));
        List<Tag> missing = tags.stream().filter(tag -> !values.containsKey(tag.key())).toList();
        if (!missing.isEmpty()) {
            findings.missing(new AddTags(declared.name(), missing));
        }
    }

    private void timeToLive() {
        String attribute = wanted().timeToLive();
        if (attribute != null) {
            EnableTimeToLive change = new EnableTimeToLive(declared.name(), attribute);
            findings.part(change, attribute, live.settings().timeToLive(), TIME_TO_LIVE);
        }
    }

    private void pointInTimeRecovery() {
        PointInTimeRecovery recovery = wanted().pointInTimeRecovery();
        if (recovery != null) {
            EnablePointInTimeRecovery change = new EnablePointInTimeRecovery(declared.name(), recovery);
            findings.part(change, recovery, live.settings().pointInTimeRecovery(), RECOVERY);
        }
    }

    private void resourcePolicy() {
        String policy = wanted().resourcePolicy();
        if (policy != null) {
            PutResourcePolicy change = new PutResourcePolicy(declared.name(), policy);
            findings.part(change, policy, live.settings().resourcePolicy(), POLICY);
        }
    }

    private void stream() {
        StreamView view = wanted().stream();
        if (view != null) {
            findings.part(new EnableStream(declared.name(), view), view, live.settings().stream(), STREAM);
        }
    }

    private void kinesis(KinesisDestination destination) {
        EnableKinesisDestination change = new EnableKinesisDestination(declared.name(), destination);
        LiveValue<KinesisDestination> found =
                LiveValue.at(destination.streamArn(), live.settings().kinesisDestinations());
        findings.part(change, destination, found, KINESIS);
    }

    private void contributorInsights() {
        ContributorInsights mode = wanted().contributorInsights();
        if (mode != null) {
            EnableContributorInsights change = new EnableContributorInsights(declared.name(), null, mode);
            findings.part(change, mode, live.settings().contributorInsights(), INSIGHTS);
        }
    }

    private void deletionProtection() {
        boolean isOff = live.settings().deletionProtection().settled().filter(on -> !on).isPresent();
        if (wanted().deletionProtection() && isOff) {
            findings.missing(new EnableDeletionProtection(declared.name()));
        }
    }
}
