package dev.plinth.examples.benchmarks;

/**
 * Two ways to the same end.
 *
 * @param name what is done
 * @param floor the plainest way that somebody would write by hand
 * @param plinth the same through Plinth
 * @param warmUps rounds that are not counted
 * @param rounds those that are, an even number
 */
public record Benchmark(String name, Way floor, Way plinth, int warmUps, int rounds) {

    static final int WARM_UPS = 4;
    static final int ROUNDS = 10;

    /** With as many rounds as what takes no more than seconds can have. */
    public Benchmark(String name, Way floor, Way plinth) {
        this(name, floor, plinth, WARM_UPS, ROUNDS);
    }

    /** One way, which can be gone again and again. */
    public interface Way {

        /** Makes ready for the next time; not measured. */
        default void prepare() throws Exception {}

        /** What is measured. */
        void go() throws Exception;
    }
}
