package dev.plinth.examples.benchmarks;

/**
 * Two ways to the same end.
 *
 * @param name what is done
 * @param floor the plainest way that somebody would write by hand
 * @param plinth the same through Plinth
 */
public record Benchmark(String name, Way floor, Way plinth) {

    /** One way, which can be gone again and again. */
    public interface Way {

        /** Makes ready for the next time; not measured. */
        default void prepare() throws Exception {}

        /** What is measured. */
        void go() throws Exception;
    }
}
