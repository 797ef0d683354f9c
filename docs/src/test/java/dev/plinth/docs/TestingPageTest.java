package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** The Java of docs/testing.md. */
class TestingPageTest {

    private static final Schema SCHEMA = schema("visits", dynamoTable("Visits", t -> {
        t.partitionKey(t.string("page"));
        t.globalIndex("by-day").partitionKey(t.string("day"));
        t.tag("team", "web");
    }));

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final DynamoStore store = DynamoStore.of(service).sleeper(clock);

    @Test
    void theTableIsThereAfterTheStart() {
        Report report = SchemaInitializer.of(SCHEMA).with(store).apply();

        assertThat(report.isComplete()).isTrue();
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void aLostAnswerAndThrottledCallsAreNoReasonToStop() {
        service.next("CreateTable").losesItsAnswer();
        service.next(3, "DescribeTable").isThrottled();

        assertThat(SchemaInitializer.of(SCHEMA).with(store).apply().isComplete()).isTrue();
        assertThat(service.accepted()).hasToString("[CreateTable Visits]");
    }

    @Test
    void aTagThatSomebodyChangesIsFound() {
        SchemaInitializer.of(SCHEMA).with(store).apply();
        service.somebodyElse(client -> client.tagResource(to -> to
                .resourceArn("arn:aws:dynamodb:eu-central-1:123456789012:table/Visits")
                .tags(Tag.builder().key("team").value("others").build())));

        assertThat(SchemaInitializer.of(SCHEMA).with(store).verify().findings()).containsExactly(Finding.DRIFT);
    }
}
