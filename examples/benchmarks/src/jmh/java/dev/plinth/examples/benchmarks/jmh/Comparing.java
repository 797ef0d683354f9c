package dev.plinth.examples.benchmarks.jmh;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveRowSecurity;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.SqlDiff;
import dev.plinth.diff.StorageDefaults;
import dev.plinth.examples.benchmarks.postgres.WideTables;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A schema beside a database, once both are in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Comparing {

    private static final Answers NOT_ASKED = new Answers(Map.of(), Map.of());

    @Param({"7", "100", "1000", "5000"})
    public int tables;

    private Schema schema;
    private LiveDatabase empty;
    private LiveDatabase complete;

    @Setup
    public void prepare() {
        schema = WideTables.of(tables);
        empty = live(List.of(), List.of());
        complete = live(
                schema.tables().stream().map(Comparing::live).toList(),
                schema.objects().stream().<Live<? extends DatabaseObject>>map(Live::usable).toList());
        if (!nothingIsMissing().missing().isEmpty()) {
            throw new IllegalStateException("the database is not complete: " + nothingIsMissing());
        }
    }

    /** Every table is there, and as it was declared. */
    @Benchmark
    public Difference<SqlChange> nothingIsMissing() {
        return SqlDiff.compare(schema, complete, NOT_ASKED);
    }

    /** No table is there. */
    @Benchmark
    public Difference<SqlChange> everythingIsMissing() {
        return SqlDiff.compare(schema, empty, NOT_ASKED);
    }

    private static LiveDatabase live(List<LiveTable> tables, List<Live<? extends DatabaseObject>> objects) {
        return new LiveDatabase(
                18,
                Set.of("public"),
                List.of(),
                Map.of(),
                Map.of(),
                LiveDatabase.byName(tables),
                List.of(),
                Map.of(),
                objects,
                new LiveAccess(Set.of(), List.of(), List.of()),
                StorageDefaults.NONE);
    }

    private static LiveTable live(Table table) {
        return new LiveTable(
                table.name(),
                usable(table.columns()),
                usable(table.constraints()),
                usable(table.indexes()),
                usable(table.triggers()),
                List.of(),
                table.options(),
                Map.of(),
                LiveRowSecurity.NONE,
                true,
                List.of());
    }

    private static <T> List<Live<T>> usable(List<T> parts) {
        return parts.stream().map(Live::usable).toList();
    }
}
