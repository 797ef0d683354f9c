package dev.plinth.examples.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * What one benchmark came to.
 *
 * @param floor how long the plainest way took, each time
 * @param plinth how long Plinth took, each time
 */
public record Ratio(String name, List<Duration> floor, List<Duration> plinth) {

    public Ratio {
        floor = List.copyOf(floor);
        plinth = List.copyOf(plinth);
    }

    /**
     * Measures both ways in turn. In every second round Plinth goes first, so that neither always finds the caches warm.
     *
     * @param nanoTime the clock
     */
    public static Ratio measure(Benchmark benchmark, LongSupplier nanoTime) throws Exception {
        int rounds = benchmark.rounds();
        if (rounds < 2 || rounds % 2 != 0) {
            throw new IllegalArgumentException(rounds + " rounds: both orders count alike in an even number only");
        }
        List<Duration> floor = new ArrayList<>();
        List<Duration> plinth = new ArrayList<>();
        for (int round = -benchmark.warmUps(); round < rounds; round++) {
            boolean counts = round >= 0;
            if (round % 2 == 0) {
                measure(benchmark.floor(), counts, floor, nanoTime);
                measure(benchmark.plinth(), counts, plinth, nanoTime);
            } else {
                measure(benchmark.plinth(), counts, plinth, nanoTime);
                measure(benchmark.floor(), counts, floor, nanoTime);
            }
        }
        return new Ratio(benchmark.name(), floor, plinth);
    }

    private static void measure(Benchmark.Way way, boolean counts, List<Duration> into, LongSupplier nanoTime)
            throws Exception {
        way.prepare();
        long start = nanoTime.getAsLong();
        way.go();
        long end = nanoTime.getAsLong();
        if (counts) {
            into.add(Duration.ofNanos(end - start));
        }
    }

    /** The median of Plinth by the median of the floor. */
    public double ratio() {
        return (double) median(plinth).toNanos() / median(floor).toNanos();
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    /** A row of a table in Markdown: what, both medians and their ratio, and between what all the times were. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s (%s) | %s (%s) | %.2f |",
                name,
                millis(median(floor)),
                range(floor),
                millis(median(plinth)),
                range(plinth),
                ratio());
    }

    private static String range(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return millis(sorted.get(0)) + " to " + millis(sorted.get(sorted.size() - 1));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6);
    }
}
