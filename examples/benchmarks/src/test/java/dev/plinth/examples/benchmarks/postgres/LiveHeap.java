package dev.plinth.examples.benchmarks.postgres;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.examples.benchmarks.database.DatabaseServer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much of the heap a schema takes, and an apply that finds nothing to do: what is alive after a collection, with the
 * schema and the report still in use, and the most that was taken meanwhile. Prints a table in Markdown. With a heap too small
 * it fails.
 */
final class LiveHeap {

    private static final String DATABASE = "plinth_heap";
    private static final double MEBIBYTE = 1_048_576;

    private LiveHeap() {}

    /** How many tables, one number after the other. */
    public static void main(String[] counts) {
        System.out.println("| tables | schema, MiB | and the report, MiB | peak, MiB | heap, MiB |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (String count : counts) {
            System.out.println(row(Integer.parseInt(count)));
        }
        System.exit(0); // threads of the pool
    }

    private static String row(int count) {
        DatabaseServer server = DatabaseServer.fromEnvironment();
        server.createDatabase(DATABASE, List.of());
        Schema schema = WideTables.of(count);
        SchemaInitializer initializer = SchemaInitializer.of(schema)
                .with(PostgresStore.of(server.dataSource(DATABASE)))
                .deadline(Duration.ofMinutes(30));
        initializer.apply();
        double before = alive();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Report report = initializer.apply();
        double peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEBIBYTE;
        double after = alive();
        if (!report.stores().getFirst().steps().isEmpty()) {
            throw new IllegalStateException("there was something to do: " + report);
        }
        Reference.reachabilityFence(schema);
        Reference.reachabilityFence(report);
        server.dropDatabase(DATABASE);
        double heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        return String.format(
                Locale.ROOT, "| %d | %.0f | %.0f | %.0f | %.0f |", count, before, after, peak, heap);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
