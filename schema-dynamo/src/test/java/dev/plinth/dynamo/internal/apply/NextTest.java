package dev.plinth.dynamo.internal.apply;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.IndexStage;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.diff.LiveSettings;
import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided, as a table: a table with recovery and the indexes i1 and i2 is declared. */
class NextTest {

    private static final DynamoTable DECLARED = dynamoTable("Table", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("i1").partitionKey(t.string("a1"));
        t.globalIndex("i2").partitionKey(t.string("a2"));
        t.pointInTimeRecovery();
    });

    // status of the table | recovery | indexes with their states, ! for backfilling | wait | setback | decision
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "ABSENT   | -           |                          | ACTIVE  | -               | create",
                    "ABSENT   | -           |                          | ACTIVE  | created         | wait 250: the table was created and cannot be seen yet",
                    "ABSENT   | -           |                          | ACTIVE  | create REFUSED  | done",
                    "ABSENT   | -           |                          | ACTIVE  | create RACE     | create",
                    "CREATING | DISABLED    | i1 CREATING, i2 CREATING | NONE    | -               | wait 250: the table is being created",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | done",
                    "UPDATING | ENABLED     | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | done",
                    "UNKNOWN  | ENABLED     | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | done",
                    "DELETING | ENABLED     | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | blocked: somebody is deleting the table: run again when it is gone",
                    "UNKNOWN  | ENABLED     | i1 ACTIVE                | ACTIVE  | -               | wait 250: the table is in the status NEW, which this version does not know",
                    "DELETING | DISABLED    |                          | NONE    | -               | blocked: somebody is deleting the table: run again when it is gone",
                    "ACTIVE   | DISABLED    | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | recovery",
                    "UPDATING | DISABLED    | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | recovery",
                    "ACTIVE   | DISABLED    | i1 ACTIVE                | ACTIVE  | -               | recovery",
                    "ACTIVE   | DISABLED    | i1 ACTIVE                | ACTIVE  | recovery REFUSED| add i2",
                    "ACTIVE   | DISABLED    | i1 ACTIVE                | ACTIVE  | recovery BUSY   | recovery",
                    "ACTIVE   | NOT_OFFERED | i1 ACTIVE, i2 ACTIVE     | ACTIVE  | -               | done",
                    "ACTIVE   | ENABLED     |                          | ACTIVE  | -               | add i1",
                    "ACTIVE   | ENABLED     |                          | STARTED | -               | add i1",
                    "ACTIVE   | ENABLED     |                          | NONE    | -               | add i1",
                    "ACTIVE   | ENABLED     |                          | ACTIVE  | i1 REFUSED      | add i2",
                    "ACTIVE   | ENABLED     |                          | ACTIVE  | i1 BUSY         | add i1",
                    "ACTIVE   | ENABLED     |                          | NONE    | i1 BUSY         | done",
                    "UPDATING | ENABLED     | i1 CREATING              | ACTIVE  | -               | wait 250: index i1 is being created",
                    "UPDATING | ENABLED     | i1 CREATING              | STARTED | -               | done",
                    "UPDATING | ENABLED     | i1 CREATING              | NONE    | -               | done",
                    "ACTIVE   | ENABLED     | i1 CREATING!             | ACTIVE  | -               | wait 250: index i1 is being filled, which takes minutes",
                    "ACTIVE   | ENABLED     | i1 ACTIVE!               | ACTIVE  | -               | wait 250: index i1 is being filled, which takes minutes",
                    "ACTIVE   | ENABLED     | i1 CREATING!             | STARTED | -               | done",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, i2 CREATING!  | ACTIVE  | -               | wait 250: index i2 is being filled, which takes minutes",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, i2 CREATING!  | STARTED | -               | done",
                    "UPDATING | ENABLED     | i1 ACTIVE                | STARTED | -               | wait 250: the table is being updated",
                    "UPDATING | ENABLED     | i1 ACTIVE                | NONE    | -               | done",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, x DELETING    | STARTED | -               | wait 250: index x is being deleted",
                    "ACTIVE   | ENABLED     | i1 DELETING, i2 ACTIVE   | ACTIVE  | -               | wait 250: index i1 is being deleted",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, x CREATING!   | STARTED | -               | done",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, x UPDATING    | ACTIVE  | -               | wait 250: index x is being updated",
                    "ACTIVE   | ENABLED     | i1 UPDATING, i2 ACTIVE   | ACTIVE  | -               | done",
                    "ACTIVE   | ENABLED     | i1 ACTIVE, i2 ACTIVE, x ACTIVE | ACTIVE | -          | done"
            })
    void decides(String status, String recovery, String indexes, IndexWait wait, String past, String decision) {
        Observed observed = status.equals("ABSENT") ? new Observed.Absent() : present(status, recovery, indexes);

        assertThat(text(Next.next(wish(wait), observed, history(past)))).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"0, 250", "1, 500", "2, 1000", "3, 2000", "9, 2000"})
    void looks_at_a_table_in_creation_less_and_less_often(int looks, int millis) {
        Observed creating = present("CREATING", "DISABLED", null);
        History history = History.empty();
        for (int i = 0; i < looks; i++) {
            history = history.waited();
        }

        assertThat(text(Next.next(wish(IndexWait.NONE), creating, history)))
                .isEqualTo("wait " + millis + ": the table is being created");
    }

    @ParameterizedTest
    @CsvSource({"CREATING, 5000", "CREATING!, 15000"})
    void looks_at_an_index_less_often_than_at_a_table(String state, int millis) {
        History history = History.empty();
        for (int i = 0; i < 9; i++) {
            history = history.waited();
        }

        assertThat(text(Next.next(wish(IndexWait.ACTIVE), present("ACTIVE", "ENABLED", "i1 " + state), history)))
                .startsWith("wait " + millis + ":");
    }

    private static String text(Decision decision) {
        return switch (decision) {
            case Decision.Done() -> "done";
            case Decision.Blocked(String reason) -> "blocked: " + reason;
            case Decision.Wait(String reason, Duration pause) -> "wait " + pause.toMillis() + ": " + reason;
            case Decision.Call(DynamoChange change) -> text(change);
        };
    }

    private static String text(DynamoChange change) {
        return change instanceof AddGlobalIndex add ? "add " + add.index().name()
                : change instanceof CreateDynamoTable ? "create"
                        : change instanceof EnablePointInTimeRecovery ? "recovery"
                                : change.toString();
    }

    private static Wish wish(IndexWait wait) {
        return Wish.of(DECLARED, wait, Set.of(GuardedAddition.GLOBAL_INDEX));
    }

    private static History history(String past) {
        String[] words = past.split(" ", -1);
        return switch (words[0]) {
            case "-" -> History.empty();
            case "created" ->
                History.empty().accepted(new CreateDynamoTable(DECLARED)).at(Duration.ofSeconds(1));
            default ->
                History.empty().refused(change(words[0]),
                        new Setback(Setback.Kind.valueOf(words[1].strip()), 1, Duration.ZERO, "said so"));
        };
    }

    private static DynamoChange change(String name) {
        return switch (name) {
            case "create" -> new CreateDynamoTable(DECLARED);
            case "recovery" -> new EnablePointInTimeRecovery("Table", new PointInTimeRecovery(null));
            default -> new AddGlobalIndex(DECLARED, index(name));
        };
    }

    private static GlobalIndex index(String name) {
        return DECLARED.globalIndexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseGet(() -> GlobalIndex.of(
                        name, new KeySchema(List.of("x"), List.of()), new Projection.All()));
    }

    private static Observed present(String status, String recovery, String indexes) {
        List<LiveGlobalIndex> live = new ArrayList<>();
        for (String item : indexes == null ? new String[0] : indexes.split(", ", -1)) {
            String[] words = item.split(" ", -1);
            IndexStage stage = new IndexStage(
                    IndexStage.Status.valueOf(words[1].replace("!", "")), words[1].endsWith("!"));
            live.add(new LiveGlobalIndex(index(words[0]), stage, new LiveValue.NotAsked<>()));
        }
        LiveDynamoTable table = new LiveDynamoTable(
                "Table",
                Status.valueOf(status),
                DECLARED.key(),
                DECLARED.attributes(),
                List.of(),
                live,
                List.of(),
                DECLARED.billing(),
                settings(recovery));
        return Observed.Present.of(DECLARED, table, "id", "arn", "NEW");
    }

    private static LiveSettings settings(String recovery) {
        LiveSettings nothing = LiveSettings.notAsked();
        LiveValue<PointInTimeRecovery> live = switch (recovery) {
            case "ENABLED" -> new LiveValue.Present<>(new PointInTimeRecovery(null));
            case "DISABLED" -> new LiveValue.Absent<>();
            default -> new LiveValue.NotOffered<>("an emulator");
        };
        return new LiveSettings(
                nothing.encryption(),
                nothing.stream(),
                nothing.tableClass(),
                nothing.deletionProtection(),
                nothing.warmThroughput(),
                nothing.timeToLive(),
                live,
                nothing.tags(),
                nothing.resourcePolicy(),
                nothing.contributorInsights(),
                nothing.kinesisDestinations(),
                nothing.replication(),
                nothing.autoScaling());
    }
}
