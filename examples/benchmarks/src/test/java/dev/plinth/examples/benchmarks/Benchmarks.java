package dev.plinth.examples.benchmarks;

import dev.plinth.examples.benchmarks.dynamo.DynamoTables;
import dev.plinth.examples.benchmarks.postgres.PostgresTables;
import dev.plinth.examples.benchmarks.tenants.Tenants;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs benchmarks by name, or all of them, and prints a table in Markdown. */
public final class Benchmarks {

    /** Benchmarks that share servers, which are gone when it is closed. */
    public interface Suite extends AutoCloseable {

        /** In the order in which they are run. */
        List<Benchmark> benchmarks();

        @Override
        void close();
    }

    /** How to start a suite. */
    interface Start {
        Suite start() throws Exception;
    }

    /** The suites that are run where none is named; the others are parts of them. */
    private static final String[] ALL = {"dynamo", "postgres", "tenants"};

    private Benchmarks() {}

    private static Map<String, Start> suites() {
        Map<String, Start> suites = new LinkedHashMap<>();
        suites.put("dynamo", DynamoTables::start);
        suites.put("postgres", PostgresTables::start);
        suites.put("postgres-complete", PostgresTables::startComplete);
        suites.put("tenants", Tenants::start);
        return suites;
    }

    /** The names of suites; all where there are none. */
    public static void main(String[] names) throws Exception {
        System.out.println(machine());
        System.out.println();
        System.out.println("| what, and beside what | the other way, ms | Plinth, ms | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        for (String name : names.length == 0 ? ALL : names) {
            Start known = Optional.ofNullable(suites().get(name))
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "no suite \"" + name + "\"; there are " + suites().keySet()));
            try (Suite suite = known.start()) {
                for (Benchmark benchmark : suite.benchmarks()) {
                    System.out.println(Ratio.measure(benchmark, System::nanoTime).row());
                }
            }
        }
        System.exit(0); // clients of the SDK may leave threads behind
    }

    /** What has to stand beside every number. */
    private static String machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return LocalDate.now() + ", " + system.getName() + " " + system.getArch() + ", "
                + system.getAvailableProcessors() + " processors, load " + system.getSystemLoadAverage()
                + " at the start, Java "
                + Runtime.version() + ", medians of " + Benchmark.ROUNDS + " rounds after " + Benchmark.WARM_UPS
                + " where no other number is said, both orders";
    }
}
