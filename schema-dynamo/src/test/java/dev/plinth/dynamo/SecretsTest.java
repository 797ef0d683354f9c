package dev.plinth.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.Run;
import dev.plinth.StoreException;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Failures of the whole store, and that none of them says more than it may. */
class SecretsTest {

    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";

    private static String everything(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_service_that_is_not_there_is_named_with_its_address() {
        DynamoStore store =
                DynamoStore.of(DynamoDbLocal.client(URI.create("http://user:" + TOKEN + "@localhost:1"), "a"));

        Throwable failure =
                catchThrowable(() -> store.plan(Tables.of(Tables.REPORTS), Run.within(Duration.ofSeconds(20))));

        assertThat(failure)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("DynamoDB (eu-central-1 at localhost:1) cannot be reached: ");
        assertThat(everything(failure)).doesNotContain(DynamoDbLocal.SECRET);
        assertThat(failure.getMessage()).doesNotContain(TOKEN);
    }

    @Test
    void an_answer_that_quotes_the_request_is_not_repeated() {
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        String quote =
                "The Canonical String for this request should have been 'POST x-amz-security-token:" + TOKEN + "'";
        service.next("DescribeTable").fails(FakeDynamoDb.error("InvalidSignatureException", quote));

        Throwable failure = catchThrowable(() -> DynamoStore.of(service)
                .sleeper(clock)
                .apply(Tables.of(Tables.REPORTS), Run.within(Duration.ofSeconds(20))));

        assertThat(failure)
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "DynamoDB (eu-central-1) does not accept the credentials: InvalidSignatureException: the signature"
                                + " was not accepted; check the secret key, the session token and the clock");
        assertThat(everything(failure)).doesNotContain(TOKEN);
    }

    @Test
    void a_token_that_has_expired_ends_the_run() {
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        service.next("DescribeTable")
                .fails(FakeDynamoDb.error("ExpiredTokenException", "The security token is expired"));

        assertThat(catchThrowable(() -> DynamoStore.of(service)
                .sleeper(clock)
                .plan(Tables.of(Tables.REPORTS), Run.within(Duration.ofSeconds(20)))))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "DynamoDB (eu-central-1) does not accept the credentials: ExpiredTokenException: The security token"
                                + " is expired");
    }

    @Test
    void a_table_that_may_not_be_described_is_a_failure_of_that_table_alone() {
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        service.next("DescribeTable").fails(FakeDynamoDb.error("AccessDeniedException", "User x is not authorized"));

        var report = DynamoStore.of(service)
                .sleeper(clock)
                .apply(Tables.of(Tables.REPORTS, Tables.COUNTERS), Run.within(Duration.ofSeconds(20)));

        assertThat(report.failures())
                .containsExactly("DynamoDB table Reports: it cannot be described: AccessDeniedException: User x is not"
                        + " authorized; allow dynamodb:DescribeTable on the table");
        assertThat(report.steps()).extracting(step -> step.status() + " " + step.describe())
                .containsExactly("DONE DynamoDB table Counters");
    }
}
