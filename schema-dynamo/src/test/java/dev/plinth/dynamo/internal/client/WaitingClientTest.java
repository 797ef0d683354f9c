package dev.plinth.dynamo.internal.client;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

class WaitingClientTest {

    private static final Schema SCHEMA = schema("test", dynamoTable("Orders", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("by-user").partitionKey(t.string("user"));
        t.timeToLive(t.number("expires_at"));
    }));

    private static WaitingClient answering(CompletableFuture<DescribeTableResponse> answer) {
        return new WaitingClient(new DynamoDbAsyncClient() {
            @Override
            public CompletableFuture<DescribeTableResponse> describeTable(DescribeTableRequest request) {
                return answer;
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        });
    }

    private static void describe(WaitingClient client) {
        client.describeTable(DescribeTableRequest.builder().tableName("Orders").build());
    }

    @Test
    void an_asynchronous_client_creates_everything_and_then_nothing() {
        var local = DynamoDBEmbedded.create();
        try {
            DynamoStore store = DynamoStore.of(local.dynamoDbAsyncClient());

            StoreReport first = store.apply(SCHEMA, Run.within(Duration.ofSeconds(30)));
            StoreReport second = store.apply(SCHEMA, Run.within(Duration.ofSeconds(30)));

            assertThat(first.steps()).extracting(step -> step.status() + " " + step.change().subject().display())
                    .containsExactly("DONE DynamoDB table Orders", "DONE time to live Orders");
            assertThat(first.steps(Step.Status.FAILED)).isEmpty();
            assertThat(second.steps()).isEmpty();
        } finally {
            local.shutdown();
        }
    }

    @Test
    void an_error_of_the_service_is_thrown_as_it_is() {
        ResourceNotFoundException absent = ResourceNotFoundException.builder().message("no such table").build();

        assertThatThrownBy(() -> describe(answering(CompletableFuture.failedFuture(absent)))).isSameAs(absent);
    }

    @Test
    void another_error_is_one_of_the_client() {
        IllegalStateException broken = new IllegalStateException("the pool is closed");

        assertThatThrownBy(() -> describe(answering(CompletableFuture.failedFuture(broken))))
                .isInstanceOf(SdkClientException.class)
                .hasCause(broken);
    }

    @Test
    void an_interrupt_takes_the_call_back() {
        CompletableFuture<DescribeTableResponse> never = new CompletableFuture<>();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> describe(answering(never))).isInstanceOf(AbortedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(never).isCancelled();
    }
}
