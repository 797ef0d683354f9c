package dev.plinth.postgres.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.diff.Change;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionGroupsTest {

    /** Room for the locks of one statement at a time. */
    private static final long SMALL_LOCK_TABLE = 16;

    @Test
    void oneByOneKeepsToTheSizeOfAGroupToo() throws SQLException {
        try (TestDatabase database = PostgresServers.main().createDatabase();
                Session session = new ConnectionSource.OfDataSource(database.dataSource()).open()) {
            Run run = Run.within(Duration.ofSeconds(10));
            Job job = Job.whole(new Schema("s", List.of(), List.of(), List.of(), List.of(), null), Options.DEFAULTS,
                    run);
            Progress progress = new Progress();
            assertThat(Transaction.begin(session, job.lock(), job.options(), job.deadline())).isTrue();

            TransactionGroups.End end = new TransactionGroups(session, job, SMALL_LOCK_TABLE)
                    .runOneByOne(List.of(creating("one"), creating("two"), creating("one")), progress, true,
                            List::of);

            assertThat(end).isEqualTo(TransactionGroups.End.FAILED);
            assertThat(progress.failures()).singleElement().asString().contains("\"one\" already exists");
            assertThat(database.query("SELECT nspname FROM pg_namespace WHERE nspname IN ('one', 'two') ORDER BY 1"))
                    .containsExactly("one", "two");
        }
    }

    private static PlannedStep creating(String namespace) {
        String statement = "CREATE SCHEMA " + namespace;
        Step step = Step.planned(new Change.CreateNamespace(namespace), "", List.of(), List.of(statement));
        return new PlannedStep(step, List.of(statement), List.of());
    }
}
