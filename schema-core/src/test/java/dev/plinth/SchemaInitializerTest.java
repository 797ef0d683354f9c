package dev.plinth;

import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaInitializerTest {

    private static final Step DONE = Samples.createUsers().with(Step.Status.DONE, "");
    private static final Step FAILED = Samples.createIndex().with(Step.Status.FAILED, "ERROR: no such column");
    private static final Schema SCHEMA = Samples.schema();

    @Test
    void asksEachStoreInTheOrderGiven() {
        FakeStore postgres = FakeStore.sql(DONE);
        FakeStore dynamo = FakeStore.dynamo();
        Report report = SchemaInitializer.of(SCHEMA).with(dynamo).with(postgres).apply();
        assertThat(report.stores()).extracting(StoreReport::store).containsExactly("dynamodb", "postgres");
        assertThat(postgres.questions()).containsExactly("apply");
        assertThat(report.notes()).isEmpty();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.verb()).isEqualTo(Report.Verb.APPLY);
    }

    @Test
    void planChangesNothingAndIsEmptyWhenNothingIsToDo() {
        FakeStore postgres = FakeStore.sql(Samples.createUsers(), Samples.deferredColumn());
        Plan plan = SchemaInitializer.of(SCHEMA).with(postgres, FakeStore.dynamo()).plan();
        assertThat(postgres.questions()).containsExactly("plan");
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.findings()).containsExactly(Finding.MISSING, Finding.DEFERRED);
        assertThat(plan.exitCode()).isEqualTo(2);

        Plan deferred = SchemaInitializer.of(SCHEMA).with(FakeStore.sql(Samples.deferredColumn())).plan();
        assertThat(deferred.isEmpty()).isTrue();
        assertThat(deferred.exitCode()).isEqualTo(3);
    }

    @Test
    void aStoreTheSchemaHasNothingForIsNotAsked() {
        FakeStore dynamo = FakeStore.dynamo().throwing(new IllegalStateException("must not be asked"));
        Report report = SchemaInitializer.of(SCHEMA.onlySql()).with(FakeStore.sql(), dynamo).verify();
        assertThat(report.stores()).extracting(StoreReport::store).containsExactly("postgres");
        assertThat(report.notes()).containsExactly("dynamodb was skipped: the schema has nothing for it");
        assertThat(dynamo.questions()).isEmpty();
    }

    @Test
    void aPartOfTheSchemaWithoutAStoreIsNoted() {
        assertThat(SchemaInitializer.of(SCHEMA).with(FakeStore.sql()).plan().notes())
                .containsExactly("no store was given for the 2 DynamoDB tables");
        assertThat(SchemaInitializer.of(SCHEMA).with(FakeStore.dynamo()).apply().notes())
                .containsExactly("no store was given for the 2 PostgreSQL tables");
        Schema withoutTables = schema("kinds", enumType("status", "open", "closed"));
        assertThat(SchemaInitializer.of(withoutTables).with(FakeStore.dynamo()).plan().notes())
                .containsExactly(
                        "dynamodb was skipped: the schema has nothing for it",
                        "no store was given for the part in PostgreSQL");
    }

    @Test
    void aFailureInOneStoreLeavesTheOtherItsTurn() {
        FakeStore postgres = FakeStore.sql().failing("index orders_recent: ERROR: no such column", DONE, FAILED);
        ApplyException exception = catchThrowableOfType(ApplyException.class,
                () -> SchemaInitializer.of(SCHEMA).with(postgres, FakeStore.dynamo(DONE, DONE)).apply());
        assertThat(exception).hasMessage("applying schema \"shop\" to postgres (1 of 2 steps done): "
                + "index orders_recent: ERROR: no such column; dynamodb did not fail (2 of 2 steps done)").hasNoCause();
        assertThat(exception.report().exitCode()).isEqualTo(1);
        assertThat(exception.report().stores()).hasSize(2);
    }

    @Test
    void aFailedStepIsAFailureWithoutAnyMessageOfTheStore() {
        assertThatThrownBy(() -> SchemaInitializer.of(SCHEMA.onlySql()).with(FakeStore.sql(DONE, FAILED)).apply())
                .isInstanceOf(ApplyException.class)
                .hasMessage("applying schema \"shop\" to postgres (1 of 2 steps done): "
                        + "index orders_recent on sales.orders: ERROR: no such column");
    }

    @Test
    void aStoreThatThrowsIsReportedAndItsExceptionKept() {
        StoreException unreachable = new StoreException("cannot connect to db:5432 as app", null);
        FakeStore postgres = FakeStore.sql().throwing(unreachable);
        FakeStore dynamo = FakeStore.dynamo().throwing(new IllegalStateException("client closed"));
        ApplyException exception = catchThrowableOfType(ApplyException.class,
                () -> SchemaInitializer.of(SCHEMA).with(postgres, dynamo).apply());
        assertThat(exception)
                .hasMessage("applying schema \"shop\" to postgres: cannot connect to db:5432 as app; "
                        + "dynamodb failed too: java.lang.IllegalStateException: client closed")
                .hasCause(unreachable);
        assertThat(exception.getCause().getSuppressed()).hasSize(1);
    }

    @Test
    void verifyFailsLikeApplyButWithItsOwnException() {
        FakeStore postgres = FakeStore.sql().throwing(new StoreException("cannot connect", null));
        VerifyException exception = catchThrowableOfType(VerifyException.class,
                () -> SchemaInitializer.of(SCHEMA).with(postgres, FakeStore.dynamo()).verify());
        assertThat(exception).hasMessage(
                "verifying schema \"shop\" in postgres: cannot connect; dynamodb did not fail");
        assertThat(exception.report().stores()).hasSize(2);
    }

    @Test
    void planThrowsWhatTheStoreThrows() {
        StoreException unreachable = new StoreException("cannot connect", null);
        SchemaInitializer initializer = SchemaInitializer.of(SCHEMA).with(FakeStore.sql().throwing(unreachable));
        assertThatThrownBy(initializer::plan).isSameAs(unreachable);
    }

    @Test
    void findingsAreNoExceptionUnlessAskedFor() {
        FakeStore postgres = FakeStore.sql().answering(deadline -> Samples.store("postgres",
                List.of(Samples.deferredColumn()), List.of(Samples.drift(Drift.Kind.DIFFERENT))));
        SchemaInitializer initializer = SchemaInitializer.of(SCHEMA.onlySql()).with(postgres);
        assertThat(initializer.apply().findings()).containsExactly(Finding.DRIFT, Finding.DEFERRED);
        assertThat(initializer.failOn(Finding.BLOCKED).verify().exitCode()).isEqualTo(2);

        assertThatThrownBy(() -> initializer.failOn(Finding.DEFERRED, Finding.DRIFT, Finding.DRIFT).apply())
                .isInstanceOf(ApplyException.class)
                .hasMessage("schema \"shop\" has what failOn forbids (drift, deferred): postgres: column users.email: "
                        + "type: schema says character varying(200), store has text; "
                        + "change it with a migration, or the schema (and 1 more in the report)");
        assertThatThrownBy(() -> initializer.failOn(Finding.DEFERRED).verify()).isInstanceOf(VerifyException.class)
                .hasMessage("schema \"shop\" has what failOn forbids (deferred): postgres: column users.home: "
                        + "needs the extension postgis, which this server does not offer");
    }

    @Test
    void oneDeadlineCoversAllStores() {
        List<Duration> left = new ArrayList<>();
        FakeStore.Answer answer = run -> {
            left.add(run.deadline().remaining());
            return Samples.store("any", List.of(), List.of());
        };
        SchemaInitializer.of(SCHEMA).with(FakeStore.sql().answering(answer), FakeStore.dynamo().answering(answer))
                .deadline(Duration.ofSeconds(30)).apply();
        assertThat(left).hasSize(2).allMatch(time -> time.compareTo(Duration.ofSeconds(30)) <= 0);
        assertThat(left.get(1)).isLessThan(left.get(0));
    }

    @Test
    void eachCallGivesANewInitializer() {
        SchemaInitializer none = SchemaInitializer.of(SCHEMA);
        none.with(FakeStore.sql());
        assertThatThrownBy(none::apply).isInstanceOf(IllegalStateException.class)
                .hasMessage("no store was given for schema \"shop\"; "
                        + "call with(PostgresStore.of(dataSource)), with(DynamoStore.of(client)) or both");
    }

    @Test
    void aDeadlineMustLeaveTime() {
        SchemaInitializer initializer = SchemaInitializer.of(SCHEMA);
        assertThatThrownBy(() -> initializer.deadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadline(PT0S): nothing can be done in no time; "
                        + "give a positive duration such as Duration.ofSeconds(30)");
        assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).remaining()).isGreaterThan(Duration.ofDays(36_000));
    }
}
