package dev.plinth.diff;

import static dev.plinth.dsl.SchemaDsl.NEW_IMAGE;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.LiveValue.Absent;
import dev.plinth.diff.LiveValue.Arriving;
import dev.plinth.diff.LiveValue.GivenUp;
import dev.plinth.diff.LiveValue.NotOffered;
import dev.plinth.diff.LiveValue.Present;
import dev.plinth.diff.LiveValue.Unreadable;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each setting: there, missing, begun, different, not offered, unreadable, given up; undeclared is none of it. */
class DynamoSettingsDiffTest {

    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/5f0e";

    private static DynamoTable table(Consumer<DynamoTableBuilder> statements) {
        return dynamoTable("T", t -> {
            t.partitionKey(t.string("id"));
            statements.accept(t);
        });
    }

    private static List<String> lines(DynamoTable declared, Consumer<LiveTables> live) {
        LiveTables tables = LiveTables.like(declared);
        live.accept(tables);
        return Differences.of(declared, tables);
    }

    @Test
    void stream() {
        DynamoTable declared = table(t -> t.stream(NEW_IMAGE));
        assertThat(lines(declared, live -> live.stream = new Present<>(StreamView.NEW_IMAGE))).isEmpty();
        assertThat(lines(declared, live -> live.stream = new Absent<>())).containsExactly("missing stream T");
        assertThat(lines(declared, live -> live.stream = new Arriving<>(StreamView.NEW_IMAGE)))
                .containsExactly("begun stream T");
        assertThat(lines(declared, live -> live.stream = new Arriving<>(StreamView.KEYS_ONLY)))
                .containsExactly("DIFFERENT stream T: view type: schema says NEW_IMAGE, store has KEYS_ONLY");
        assertThat(lines(declared, live -> live.stream = new Present<>(StreamView.KEYS_ONLY)))
                .containsExactly("DIFFERENT stream T: view type: schema says NEW_IMAGE, store has KEYS_ONLY");
        assertThat(lines(table(t -> {}), live -> live.stream = new Present<>(StreamView.KEYS_ONLY))).isEmpty();
    }

    @Test
    void timeToLive() {
        DynamoTable declared = table(t -> t.timeToLive(t.number("expires")));
        assertThat(lines(declared, live -> live.timeToLive = new Present<>("expires"))).isEmpty();
        assertThat(lines(declared, live -> live.timeToLive = new Absent<>())).containsExactly("missing time to live T");
        assertThat(lines(declared, live -> live.timeToLive = new Arriving<>("expires")))
                .containsExactly("begun time to live T");
        assertThat(lines(declared, live -> live.timeToLive = new Present<>("until")))
                .containsExactly("DIFFERENT time to live T: attribute: schema says expires, store has until");
        assertThat(lines(declared, live -> live.timeToLive = new Unreadable<>("access denied")))
                .containsExactly("unreadable time to live T: access denied");
        assertThat(lines(table(t -> {}), live -> live.timeToLive = new Present<>("until"))).isEmpty();
    }

    @Test
    void pointInTimeRecovery() {
        DynamoTable seven = table(t -> t.pointInTimeRecovery(7));
        DynamoTable any = table(t -> t.pointInTimeRecovery());
        Present<PointInTimeRecovery> found = new Present<>(new PointInTimeRecovery(35));
        assertThat(lines(seven, live -> live.recovery = new Present<>(new PointInTimeRecovery(7)))).isEmpty();
        assertThat(lines(any, live -> live.recovery = new Present<>(new PointInTimeRecovery(7)))).isEmpty();
        assertThat(lines(table(t -> t.pointInTimeRecovery(35)), live -> live.recovery = new Present<>(
                new PointInTimeRecovery(null)))).isEmpty();
        assertThat(lines(seven, live -> live.recovery = new Absent<>()))
                .containsExactly("missing point in time recovery T");
        assertThat(lines(seven, live -> live.recovery = found))
                .containsExactly("DIFFERENT point in time recovery T: recovery period: schema says 7 days, store has 35"
                        + " days");
        assertThat(lines(seven, live -> live.recovery = new NotOffered<>("no backups here")))
                .containsExactly("not offered point in time recovery T: no backups here");
    }

    @Test
    void onlyDeclaredTagsAreCompared() {
        DynamoTable declared = table(t -> t.tag("team", "shop").tag("cost", ""));
        assertThat(lines(declared, live -> live.tags = new Present<>(
                List.of(new Tag("cost", ""), new Tag("team", "shop"), new Tag("aws:stack", "x"))))).isEmpty();
        assertThat(lines(declared, live -> live.tags = new Present<>(List.of(new Tag("team", "stock")))))
                .containsExactly(
                        "missing tags T",
                        "DIFFERENT tags T: tag team: schema says \"shop\", store has \"stock\"");
        assertThat(DynamoDiff.compare(declared, withTags(declared, List.of(new Tag("team", "shop"))))
                .missing())
                .containsExactly(new DynamoChange.AddTags("T", List.of(new Tag("cost", ""))));
        assertThat(lines(declared, live -> live.tags = new NotOffered<>("no tags here")))
                .containsExactly("not offered tags T: no tags here");
        assertThat(lines(declared, live -> live.tags = new Unreadable<>("access denied")))
                .containsExactly("unreadable tags T: access denied");
        assertThat(lines(table(t -> {}), live -> live.tags = new Present<>(List.of(new Tag("a", "b"))))).isEmpty();
    }

    private static LiveDynamoTable withTags(DynamoTable declared, List<Tag> tags) {
        LiveTables live = LiveTables.like(declared);
        live.tags = new Present<>(tags);
        return live.table();
    }

    @Test
    void resourcePolicy() {
        DynamoTable declared = table(t -> t.resourcePolicy("{}"));
        assertThat(lines(declared, live -> live.policy = new Present<>("{}"))).isEmpty();
        assertThat(lines(declared, live -> live.policy = new Absent<>())).containsExactly("missing resource policy T");
        assertThat(lines(declared, live -> live.policy = new Present<>("{\"Version\":\"1\"}")))
                .containsExactly(
                        "DIFFERENT resource policy T: document: schema says {}, store has {\"Version\":\"1\"}");
    }

    @Test
    void contributorInsights() {
        DynamoTable declared = table(t -> t.contributorInsights(THROTTLED_KEYS));
        ContributorInsights all = ContributorInsights.ACCESSED_AND_THROTTLED_KEYS;
        assertThat(lines(declared, live -> live.insights = new Present<>(ContributorInsights.THROTTLED_KEYS)))
                .isEmpty();
        assertThat(lines(declared, live -> live.insights = new Absent<>()))
                .containsExactly("missing contributor insights T");
        assertThat(lines(declared, live -> live.insights = new GivenUp<>("too many rules")))
                .containsExactly("missing contributor insights T", "given up contributor insights T: too many rules");
        assertThat(lines(declared, live -> live.insights = new Present<>(all)))
                .containsExactly("DIFFERENT contributor insights T: mode: schema says THROTTLED_KEYS, store has"
                        + " ACCESSED_AND_THROTTLED_KEYS");
    }

    @Test
    void kinesisDestinations() {
        DynamoTable declared = table(t -> t.kinesisDestination("one").kinesisDestination("two", Precision.MICROSECOND));
        LiveValue<KinesisDestination> one = new Present<>(new KinesisDestination("one", Precision.MILLISECOND));
        LiveValue<KinesisDestination> two = new Present<>(new KinesisDestination("two", Precision.MILLISECOND));
        assertThat(lines(declared, live -> live.kinesis = new Present<>(Map.of("one", one, "three", two))))
                .containsExactly("missing Kinesis destination two on T");
        assertThat(lines(declared, live -> live.kinesis = new Present<>(Map.of("one", one, "two", two))))
                .containsExactly("DIFFERENT Kinesis destination two on T: precision: schema says MICROSECOND, store has"
                        + " MILLISECOND");
        assertThat(lines(declared, live -> live.kinesis = new Present<>(
                Map.of("one", one, "two", new GivenUp<>("the stream is gone")))))
                .containsExactly(
                        "missing Kinesis destination two on T",
                        "given up Kinesis destination two on T: the stream is gone");
        assertThat(lines(declared, live -> live.kinesis = new NotOffered<>("no Kinesis here")))
                .containsExactly(
                        "not offered Kinesis destination one on T: no Kinesis here",
                        "not offered Kinesis destination two on T: no Kinesis here");
    }

    @Test
    void deletionProtectionIsMissingAndNeverTooMuch() {
        DynamoTable declared = table(t -> t.deletionProtection());
        assertThat(lines(declared, live -> live.deletionProtection = new Present<>(true))).isEmpty();
        assertThat(lines(declared, live -> live.deletionProtection = new Present<>(false)))
                .containsExactly("missing deletion protection T");
        assertThat(lines(declared, live -> live.deletionProtection = new Absent<>())).isEmpty();
        assertThat(lines(table(t -> {}), live -> live.deletionProtection = new Present<>(true))).isEmpty();
    }

    @Test
    void tableClass() {
        DynamoTable declared = table(t -> t.tableClass(STANDARD_INFREQUENT_ACCESS));
        assertThat(lines(declared, live -> live.tableClass = new Present<>(TableClass.STANDARD_INFREQUENT_ACCESS)))
                .isEmpty();
        assertThat(lines(declared, live -> live.tableClass = new Present<>(TableClass.STANDARD)))
                .containsExactly(
                        "DIFFERENT DynamoDB table T: table class: schema says STANDARD_INFREQUENT_ACCESS, store"
                                + " has STANDARD");
        assertThat(lines(declared, live -> live.tableClass = new NotOffered<>("no classes here"))).isEmpty();
        assertThat(
                lines(table(t -> {}), live -> live.tableClass = new Present<>(TableClass.STANDARD_INFREQUENT_ACCESS)))
                .isEmpty();
    }

    @Test
    void keyOfTheCustomer() {
        DynamoTable byArn = table(t -> t.encryption(customerManaged(KEY)));
        DynamoTable byId = table(t -> t.encryption(customerManaged("5f0e")));
        DynamoTable byAlias = table(t -> t.encryption(customerManaged("alias/shop")));
        Consumer<LiveTables> same = live -> live.encryption = new LiveEncryption.AccountKey(KEY);
        Consumer<LiveTables> other = live -> live.encryption = new LiveEncryption.AccountKey(KEY + "1");
        assertThat(lines(byArn, same)).isEmpty();
        assertThat(lines(byId, same)).isEmpty();
        assertThat(lines(table(t -> {}), same)).isEmpty();
        assertThat(lines(byArn, other))
                .containsExactly("DIFFERENT DynamoDB table T: encryption: schema says the key " + KEY
                        + ", store has the key " + KEY + "1");
        assertThat(lines(byId, other))
                .containsExactly("DIFFERENT DynamoDB table T: encryption: schema says the key 5f0e, store has the key "
                        + KEY + "1");
        assertThat(lines(byAlias, same))
                .containsExactly("UNDECIDED DynamoDB table T: encryption: schema says the key alias/shop, store has the"
                        + " key " + KEY + " (could not be proved equal or different)");
        assertThat(lines(byAlias, live -> live.encryption = new LiveEncryption.AwsOwned()))
                .containsExactly("DIFFERENT DynamoDB table T: encryption: schema says the key alias/shop, store has a"
                        + " key that AWS owns");
        assertThat(lines(byAlias, live -> live.encryption = new LiveEncryption.NotReported())).isEmpty();
    }
}
