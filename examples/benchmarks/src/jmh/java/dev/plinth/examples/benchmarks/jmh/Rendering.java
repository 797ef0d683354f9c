package dev.plinth.examples.benchmarks.jmh;

import dev.plinth.examples.benchmarks.postgres.WideTables;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
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

/** The whole SQL of a schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Rendering {

    @Param({"7", "100", "1000", "5000"})
    public int tables;

    private Schema schema;

    @Setup
    public void prepare() {
        schema = WideTables.of(tables);
    }

    /** In the order of creation. */
    @Benchmark
    public String script() {
        return PostgresDdl.plain().render(schema);
    }
}
