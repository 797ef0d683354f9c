package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** What DynamoDB does and DynamoDB Local never shows: everything takes its time. */
class SlowServiceTest {

    private static final DynamoTable PLAIN = dynamoTable("Plain", t -> t.partitionKey(t.string("id")));

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final DynamoStore store = DynamoStore.of(service).sleeper(clock);

    static DynamoTable sessions(int indexes) {
        return dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("id"));
            for (int i = 1; i <= indexes; i++) {
                t.globalIndex("by-a" + i).partitionKey(t.string("a" + i));
            }
        });
    }

    private static List<String> lines(StoreReport report) {
        return report.steps().stream().map(SlowServiceTest::line).toList();
    }

    private static String line(Step step) {
        return step.status() + " " + step.describe();
    }

    private StoreReport apply(Schema schema, IndexWait wait, Duration time) {
        return store.indexWait(wait).apply(schema, Run.within(time));
    }

    private StoreReport apply(Schema schema) {
        return apply(schema, IndexWait.STARTED, Duration.ofMinutes(1));
    }

    @Test
    void tables_are_created_side_by_side_and_waited_for() {
        StoreReport report = apply(Tables.of(sessions(2), PLAIN, Tables.COUNTERS));

        assertThat(service.changes())
                .containsExactly("0 ms: CreateTable Sessions", "0 ms: CreateTable Plain", "0 ms: CreateTable Counters");
        assertThat(lines(report))
                .containsExactly(
                        "DONE DynamoDB table Sessions",
                        "DONE DynamoDB table Plain",
                        "DONE DynamoDB table Counters");
        assertThat(report.drift()).isEmpty();
        assertThat(clock.elapsed()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    @Test
    void point_in_time_recovery_is_tried_until_the_service_lets_it_be_enabled() {
        StoreReport report = apply(Tables.of(Tables.REPORTS));

        assertThat(lines(report)).containsExactly("DONE DynamoDB table Reports", "DONE point in time recovery Reports");
        assertThat(report.drift()).isEmpty();
        assertThat(service.changes())
                .containsExactly(
                        "0 ms: CreateTable Reports",
                        "18000 ms: UpdateContinuousBackups Reports",
                        "18500 ms: UpdateContinuousBackups Reports",
                        "19500 ms: UpdateContinuousBackups Reports",
                        "21500 ms: UpdateContinuousBackups Reports");
        assertThat(apply(Tables.of(Tables.REPORTS)).steps()).isEmpty();
    }

    @Test
    void waiting_for_active_indexes_adds_one_after_the_other() {
        apply(Tables.of(sessions(0)));
        service.changes();

        StoreReport report = apply(Tables.of(sessions(2)), IndexWait.ACTIVE, Duration.ofHours(1));

        assertThat(lines(report))
                .containsExactly("DONE global index by-a1 on Sessions", "DONE global index by-a2 on Sessions");
        assertThat(service.changes()).hasSize(2);
        assertThat(clock.elapsed()).isGreaterThan(FakeDurations.TWO_INDEXES);
    }

    @Test
    void waiting_for_started_indexes_begins_one_and_leaves_the_rest_pending() {
        apply(Tables.of(sessions(0)));
        service.changes();

        StoreReport report = apply(Tables.of(sessions(2)));

        assertThat(lines(report))
                .containsExactly(
                        "PENDING global index by-a1 on Sessions: is being built, which takes minutes",
                        "PENDING global index by-a2 on Sessions: waits for its turn: DynamoDB adds one index of a table at a"
                                + " time");
        assertThat(service.changes()).containsExactly("6000 ms: UpdateTable Sessions by-a1");
    }

    @Test
    void the_next_apply_goes_on_where_the_last_one_stopped() throws InterruptedException {
        Schema two = Tables.of(sessions(2));
        apply(Tables.of(sessions(0)));
        apply(two);
        service.changes();

        assertThat(lines(apply(two)).get(0)).startsWith("PENDING global index by-a1");
        assertThat(service.changes()).isEmpty();
        clock.sleep(Duration.ofMinutes(10));
        assertThat(lines(apply(two)))
                .containsExactly("PENDING global index by-a2 on Sessions: is being built, which takes minutes");
        assertThat(service.changes()).hasSize(1);
        clock.sleep(Duration.ofMinutes(10));
        assertThat(apply(two).steps()).isEmpty();
        assertThat(service.changes()).isEmpty();
    }

    @Test
    void waiting_for_nothing_leaves_a_busy_table_alone() {
        apply(Tables.of(sessions(0)));
        service.status("Sessions", "UPDATING");
        Duration before = clock.elapsed();
        service.changes();

        StoreReport report = apply(Tables.of(sessions(1)), IndexWait.NONE, Duration.ofMinutes(1));

        assertThat(report.steps(Step.Status.PENDING)).hasSize(1);
        assertThat(service.changes()).isEmpty();
        assertThat(clock.elapsed()).isEqualTo(before);
    }

    @Test
    void an_update_of_the_table_by_somebody_else_is_waited_for() {
        apply(Tables.of(sessions(0)));
        service.status("Sessions", "UPDATING");
        clock.at(clock.elapsed().plusSeconds(100), () -> service.status("Sessions", ""));

        StoreReport report = apply(Tables.of(sessions(1)), IndexWait.STARTED, Duration.ofMinutes(3));

        assertThat(lines(report))
                .containsExactly("PENDING global index by-a1 on Sessions: is being built, which takes minutes");
    }

    @Test
    void an_update_of_a_complete_table_is_not_waited_for() {
        apply(Tables.of(sessions(1)));
        service.status("Sessions", "UPDATING");
        Duration before = clock.elapsed();

        assertThat(apply(Tables.of(sessions(1))).steps()).isEmpty();
        assertThat(clock.elapsed()).isEqualTo(before);
    }

    @Test
    void an_index_of_somebody_else_is_waited_for() {
        apply(Tables.of(sessions(0)));
        apply(Tables.of(sessions(1)));
        DynamoTable other = dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex("by-b").partitionKey(t.number("b"));
        });

        StoreReport report = apply(Tables.of(other), IndexWait.ACTIVE, Duration.ofHours(1));

        assertThat(lines(report)).containsExactly("DONE global index by-b on Sessions");
    }

    @Test
    void the_one_index_limit_is_a_reason_to_wait() {
        apply(Tables.of(sessions(0)));
        String limit =
                "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";
        service.next("UpdateTable").fails(FakeDynamoDb.error("LimitExceededException", limit));
        service.changes();

        StoreReport report = apply(Tables.of(sessions(1)));

        assertThat(report.failures()).isEmpty();
        assertThat(service.changes())
                .containsExactly(
                        "6000 ms: UpdateTable Sessions by-a1",
                        "6500 ms: UpdateTable Sessions by-a1");
    }

    @Test
    void throttling_is_waited_out_longer_each_time() {
        for (int i = 0; i < 3; i++) {
            service.next("CreateTable").fails(FakeDynamoDb.error("ThrottlingException", "Rate exceeded"));
        }
        service.next("DescribeTable").fails(FakeDynamoDb.error("ThrottlingException", "Rate exceeded"));

        StoreReport report = apply(Tables.of(PLAIN));

        assertThat(lines(report)).containsExactly("DONE DynamoDB table Plain");
        assertThat(service.changes())
                .containsExactly(
                        "1000 ms: CreateTable Plain",
                        "2000 ms: CreateTable Plain",
                        "4000 ms: CreateTable Plain",
                        "8000 ms: CreateTable Plain");
    }

    @Test
    void a_table_that_somebody_else_creates_at_the_same_time_is_a_success() {
        service.next("DescribeTable").fails(FakeDynamoDb.error("ResourceNotFoundException", "not found"));
        DynamoStore.of(service).sleeper(clock).apply(Tables.of(PLAIN), Run.within(Duration.ofMinutes(1)));
        service.next("DescribeTable").fails(FakeDynamoDb.error("ResourceNotFoundException", "not found"));

        assertThat(lines(apply(Tables.of(PLAIN))))
                .containsExactly("DONE DynamoDB table Plain: begun before this run, or by somebody else");
    }

    @Test
    void a_table_that_is_replaced_behind_our_back_is_looked_at_anew() {
        clock.at(Duration.ofSeconds(2), () -> {
            service.remove("Reports");
            DynamoRequests.of().render(Tables.REPORTS).stream()
                    .limit(1)
                    .forEach(request -> service.createTable(
                            (CreateTableRequest) request.request()));
        });

        StoreReport report = apply(Tables.of(Tables.REPORTS));

        assertThat(report.failures()).isEmpty();
        assertThat(report.steps(Step.Status.DONE)).hasSize(2);
        assertThat(apply(Tables.of(Tables.REPORTS)).steps()).isEmpty();
    }

    @Test
    void a_table_that_is_deleted_behind_our_back_is_created_again() {
        clock.at(Duration.ofSeconds(6), () -> service.remove("Plain"));

        StoreReport report = apply(Tables.of(PLAIN));

        assertThat(lines(report)).containsExactly("DONE DynamoDB table Plain");
        assertThat(service.changes()).hasSize(2);
    }

    @Test
    void the_deadline_leaves_what_is_not_done_pending() {
        StoreReport report = apply(Tables.of(Tables.REPORTS), IndexWait.ACTIVE, Duration.ofSeconds(4));

        assertThat(lines(report))
                .containsExactly(
                        "PENDING DynamoDB table Reports: is being created",
                        "PENDING point in time recovery Reports: the table is being created; the time was up");
        assertThat(clock.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(lines(apply(Tables.of(Tables.REPORTS))))
                .containsExactly(
                        "DONE DynamoDB table Reports: begun before this run, or by somebody else",
                        "DONE point in time recovery Reports");
    }

    @Test
    void an_interrupt_ends_the_waiting_and_is_passed_on() {
        clock.at(Duration.ofSeconds(1), () -> Thread.currentThread().interrupt());

        StoreReport report = apply(Tables.of(PLAIN));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lines(report)).containsExactly("PENDING DynamoDB table Plain: is being created");
    }

    @Test
    void a_table_that_is_being_deleted_is_missing_and_left_alone_until_it_is_gone() {
        apply(Tables.of(sessions(0)));
        service.status("Sessions", "DELETING");
        service.changes();
        String blocked = "BLOCKED DynamoDB table Sessions: somebody is deleting the table: run again when it is gone";

        StoreReport report = apply(Tables.of(sessions(0)));

        assertThat(lines(report)).containsExactly(blocked);
        assertThat(report.drift()).isEmpty();
        assertThat(report.retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(new Report(Tables.of(sessions(0)), Report.Verb.APPLY, List.of(report), List.of(), Duration.ZERO)
                .exitCode()).isEqualTo(Finding.BLOCKED.exitCode());
        assertThat(lines(store.plan(Tables.of(sessions(0)), Tables.soon()))).containsExactly(blocked);
        assertThat(lines(store.verify(Tables.of(sessions(0)), Tables.soon()))).containsExactly(blocked);
        assertThat(service.changes()).isEmpty();

        service.remove("Sessions");

        assertThat(lines(apply(Tables.of(sessions(0))))).containsExactly("DONE DynamoDB table Sessions");
    }

    @Test
    void a_table_that_is_deleted_during_an_apply_is_missing_in_the_end() {
        apply(Tables.of(sessions(0)));
        clock.at(clock.elapsed().plusSeconds(60),
                () -> service.status("Sessions", "DELETING"));

        StoreReport report = apply(Tables.of(sessions(1)), IndexWait.ACTIVE, Duration.ofHours(1));

        assertThat(lines(report)).containsExactly(
                "BLOCKED DynamoDB table Sessions: somebody is deleting the table: run again when it is gone");
    }

    @Test
    void an_unreachable_key_is_reported_even_where_nothing_is_missing() {
        apply(Tables.of(PLAIN));
        service.status("Plain", "INACCESSIBLE_ENCRYPTION_CREDENTIALS");

        assertThat(apply(Tables.of(PLAIN)).drift().get(0).message())
                .isEqualTo("DynamoDB table Plain: status: schema says ACTIVE, store has"
                        + " INACCESSIBLE_ENCRYPTION_CREDENTIALS; DynamoDB cannot use the table's encryption key: enable the"
                        + " key, or restore its grant; the table comes back within the hour");
    }

    @Test
    void a_status_that_is_newer_than_the_library_is_waited_for_and_then_blocks() {
        apply(Tables.of(sessions(0)));
        service.status("Sessions", "HIBERNATING");

        assertThat(lines(apply(Tables.of(sessions(1)))))
                .containsExactly(
                        "BLOCKED global index by-a1 on Sessions: the table is in the status HIBERNATING, which this"
                                + " version does not know; the time was up");
        service.status("Sessions", "");
        assertThat(apply(Tables.of(sessions(1))).steps(Step.Status.PENDING)).hasSize(1);
    }

    @Test
    void a_refusal_names_table_call_code_and_the_missing_permission_and_the_rest_goes_on() {
        service.next("CreateTable")
                .fails(FakeDynamoDb.error("AccessDeniedException", "User: arn:aws:iam::1:user/x is not authorized"));

        StoreReport report = apply(Tables.of(PLAIN, sessions(1)));

        assertThat(report.failures())
                .containsExactly("DynamoDB table Plain: CreateTable failed: AccessDeniedException: User:"
                        + " arn:aws:iam::1:user/x is not authorized; allow dynamodb:CreateTable on the table");
        assertThat(lines(report))
                .containsExactly(
                        "FAILED " + report.failures().get(0),
                        "DONE DynamoDB table Sessions");
    }

    @Test
    void a_quota_is_not_waited_for() {
        String quota = "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20";
        apply(Tables.of(sessions(0)));
        service.next("UpdateTable").fails(FakeDynamoDb.error("LimitExceededException", quota));

        assertThat(apply(Tables.of(sessions(1))).failures())
                .containsExactly("DynamoDB table Sessions: UpdateTable for index by-a1 failed: LimitExceededException: "
                        + quota);
    }

    @Test
    void a_service_that_fails_again_and_again_is_given_up() {
        for (int i = 0; i < 9; i++) {
            service.next("CreateTable").fails(FakeDynamoDb.error(500, "InternalServerError", "system maintenance"));
        }

        assertThat(apply(Tables.of(PLAIN)).failures())
                .containsExactly("DynamoDB table Plain: CreateTable failed: InternalServerError: system maintenance");
        assertThat(service.changes()).hasSize(5);
    }

    @Test
    void an_emulator_without_recovery_defers_it() {
        for (String operation : List.of("DescribeContinuousBackups", "UpdateContinuousBackups")) {
            service.next(operation).fails(FakeDynamoDb.error("UnknownOperationException", "no such operation"));
        }

        assertThat(lines(apply(Tables.of(Tables.REPORTS))))
                .containsExactly(
                        "DONE DynamoDB table Reports",
                        "SKIPPED point in time recovery Reports: this endpoint does not know"
                                + " DescribeContinuousBackups");
    }

    @Test
    void an_added_index_says_what_it_does_to_the_table() {
        apply(Tables.of(sessions(0)));

        assertThat(store.plan(Tables.of(sessions(1)), Tables.soon()).steps().get(0).hazards())
                .extracting(hazard -> hazard.kind() + ": " + hazard.message())
                .containsExactly(
                        "REJECTS_WRITES: from then on DynamoDB refuses items of the table whose a1 is empty or of another type"
                                + " than declared; items that are there already stay out of the index",
                        "TAKES_LONG: DynamoDB takes 8 to 17 minutes to add an index, also to an empty table, and one at a"
                                + " time");
    }

    @Test
    void an_outage_in_the_middle_keeps_the_report_of_what_was_done() {
        clock.at(Duration.ofSeconds(3), () -> {
            for (int i = 0; i < 9; i++) {
                service.next("DescribeTable").fails(SdkClientException.create("Connection refused"));
            }
        });

        StoreReport report = apply(Tables.of(PLAIN));

        assertThat(lines(report)).containsExactly("PENDING DynamoDB table Plain: is being created");
        assertThat(report.failures())
                .containsExactly("DynamoDB table Plain: it cannot be described: Connection refused");
    }

    @Test
    void a_short_outage_is_bridged() {
        clock.at(Duration.ofSeconds(3), () -> service.next("DescribeTable").fails(SdkClientException.create("reset")));

        assertThat(lines(apply(Tables.of(PLAIN)))).containsExactly("DONE DynamoDB table Plain");
    }

    @Test
    void credentials_that_expire_in_the_middle_keep_the_report_of_what_was_done() {
        clock.at(Duration.ofSeconds(3), () -> service.next("DescribeTable")
                .fails(FakeDynamoDb.error("ExpiredTokenException", "The security token is expired")));

        StoreReport report = apply(Tables.of(PLAIN, sessions(1)));

        assertThat(lines(report))
                .containsExactly("PENDING DynamoDB table Plain: is being created", "DONE DynamoDB table Sessions");
        assertThat(report.failures())
                .containsExactly(
                        "DynamoDB table Plain: it cannot be described: ExpiredTokenException: The security token is"
                                + " expired");
    }

    private static final class FakeDurations {
        private static final Duration TWO_INDEXES = Duration.ofMinutes(19);
    }
}
