package dev.plinth.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.Samples;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final List<StoreReport> PLANNED = List.of(
            Samples.store("postgres", List.of(Samples.createUsers(), Samples.createIndex(), Samples.deferredColumn()),
                    List.of(Samples.drift(Drift.Kind.DIFFERENT), Samples.otherName())),
            Samples.store("dynamodb", List.of(), List.of()));

    @Test
    void planNamesWhatWouldBeCreatedAndWhatDiffers() {
        Plan plan = new Plan(Samples.schema(), PLANNED, List.of(), Duration.ofMillis(35));
        assertThat(PlanText.of(plan)).isEqualTo("""
                Plan for schema "shop": 2 to do, 1 DIFFERENT, 1 DEFERRED (35 ms)

                postgres (at postgres): 2 to do, 1 DIFFERENT, 1 DEFERRED (12 ms)
                  create     table users
                  create     index orders_recent on sales.orders
                             careful: writers to sales.orders wait while it is built
                  DEFERRED   column users.home
                             needs the extension postgis, which this server does not offer
                  DIFFERS    column users.email: type: schema says character varying(200), store has text
                             change it with a migration, or the schema
                  note       index orders_recent on sales.orders: name: schema says orders_recent, store has orders_by_time
                             it counts as present

                dynamodb (at dynamodb): nothing to do (12 ms)

                Warning: sales.orders.user_id: gist index on uuid needs the extension btree_gist. \
                Use a b-tree, which is the default, or install the extension.
                """);
    }

    @Test
    void planWithStatementsShowsThemBelowEachStep() {
        Plan plan = new Plan(Samples.schema(),
                List.of(Samples.store("postgres", List.of(Samples.createUsers()), List.of())),
                List.of("no store was given for the 2 DynamoDB tables"), Duration.ofMillis(35));
        assertThat(PlanText.withStatements(plan)).isEqualTo("""
                Plan for schema "shop": 1 to do (35 ms)

                postgres (at postgres): 1 to do (12 ms)
                  create     table users
                             CREATE TABLE users (
                                 id uuid
                             )

                Note: no store was given for the 2 DynamoDB tables.

                Warning: sales.orders.user_id: gist index on uuid needs the extension btree_gist. \
                Use a b-tree, which is the default, or install the extension.
                """);
    }

    @Test
    void applyNamesWhatWasCreatedAndWhatWasNot() {
        StoreReport postgres = new StoreReport("postgres", "shop, PostgreSQL 18.1",
                List.of(Samples.createUsers().with(Step.Status.DONE, ""),
                        Samples.createIndex().with(Step.Status.FAILED, "ERROR: no such column"),
                        Samples.deferredColumn()),
                List.of(Samples.drift(Drift.Kind.UNDECIDED)), List.of(),
                List.of("index orders_recent on sales.orders: ERROR: no such column\nPosition: 14"),
                Duration.ofMillis(1230));
        StoreReport dynamo = new StoreReport("dynamodb", "eu-central-1, prefix dev-",
                List.of(Samples.createReports().with(Step.Status.PENDING, "CREATING when time was up")), List.of(),
                List.of(), List.of(), Duration.ofSeconds(125));
        Report report = new Report(Samples.schema(), Report.Verb.APPLY, List.of(postgres, dynamo), List.of(),
                Duration.ofSeconds(126));
        assertThat(ReportText.of(report)).isEqualTo("""
                Applied schema "shop": 1 done, 1 FAILED, 1 PENDING, 1 DEFERRED, 1 UNDECIDED (2 min 6 s)

                postgres (shop, PostgreSQL 18.1): 1 done, 1 FAILED, 1 DEFERRED, 1 UNDECIDED (1.2 s)
                  created    table users
                  FAILED     index orders_recent on sales.orders
                  DEFERRED   column users.home
                             needs the extension postgis, which this server does not offer
                  FAILED     index orders_recent on sales.orders: ERROR: no such column
                             Position: 14
                  UNDECIDED  column users.email: type: schema says character varying(200), store has text (could not be proved equal or different)
                             change it with a migration, or the schema

                dynamodb (eu-central-1, prefix dev-): 1 PENDING (2 min 5 s)
                  PENDING    DynamoDB table Reports
                             CREATING when time was up

                Warning: sales.orders.user_id: gist index on uuid needs the extension btree_gist. \
                Use a b-tree, which is the default, or install the extension.
                """);
    }

    @Test
    void applyWithNothingToDoIsShort() {
        Report report = new Report(Samples.schema(), Report.Verb.APPLY,
                List.of(Samples.store("postgres", List.of(), List.of())), List.of(), Duration.ofMillis(3));
        assertThat(ReportText.of(report)).isEqualTo("""
                Applied schema "shop": nothing to do (3 ms)

                postgres (at postgres): nothing to do (12 ms)

                Warning: sales.orders.user_id: gist index on uuid needs the extension btree_gist. \
                Use a b-tree, which is the default, or install the extension.
                """);
    }

    @Test
    void verifyNamesWhatIsMissingDifferentAndUnmanaged() {
        StoreReport postgres = new StoreReport("postgres", "shop, PostgreSQL 18.1", List.of(Samples.createUsers()),
                List.of(Samples.drift(Drift.Kind.CONFLICT), Samples.drift(Drift.Kind.INVALID)),
                List.of("table audit_log", "column users.legacy"), List.of(), Duration.ofMillis(30));
        StoreReport dynamo = StoreReport.failed("dynamodb", "no credentials were found", Duration.ofMillis(1));
        Report report = new Report(Samples.schema(), Report.Verb.VERIFY, List.of(postgres, dynamo), List.of(),
                Duration.ofMillis(31));
        assertThat(ReportText.of(report)).isEqualTo("""
                Verified schema "shop": 1 FAILED, 1 MISSING, 1 CONFLICT, 1 INVALID (31 ms)

                postgres (shop, PostgreSQL 18.1): 1 MISSING, 1 CONFLICT, 1 INVALID (30 ms)
                  MISSING    table users
                  CONFLICT   column users.email: type: schema says character varying(200), store has text
                             change it with a migration, or the schema
                  INVALID    column users.email: type: schema says character varying(200), store has text
                             change it with a migration, or the schema
                  unmanaged  table audit_log
                  unmanaged  column users.legacy

                dynamodb: 1 FAILED (1 ms)
                  FAILED     no credentials were found

                Warning: sales.orders.user_id: gist index on uuid needs the extension btree_gist. \
                Use a b-tree, which is the default, or install the extension.
                """);
    }
}
