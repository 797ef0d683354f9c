package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the main sources to their size: the caps fail the build, median and p95 are printed for people to look at. */
class SourceBudgetTest {

    private static final int FILE_CAP = 300;
    private static final int METHOD_CAP = 40;

    private final JavaSources sources = new JavaSources(Path.of(System.getProperty("plinth.root", "..")));

    @Test
    void filesAreAtMost300Lines() {
        check("files", sources.files(), FILE_CAP);
    }

    @Test
    void methodsAreAtMost40Lines() {
        check("methods", sources.methods(), METHOD_CAP);
    }

    private static void check(String what, List<JavaSources.Measured> measured, int cap) {
        var sizes = measured.stream().mapToInt(JavaSources.Measured::lines).sorted().toArray();
        System.out.printf(
                "%d %s in lines: median %d, p95 %d, max %d, cap %d%n",
                sizes.length, what, percentile(sizes, 50), percentile(sizes, 95), percentile(sizes, 100), cap);
        assertThat(measured).as("%s of main sources", what).isNotEmpty();
        assertThat(measured.stream().filter(one -> one.lines() > cap).toList())
                .as("%s of more than %d lines", what, cap)
                .isEmpty();
    }

    /** The smallest size that at least so many percent do not exceed; of nothing it is 0. */
    private static int percentile(int[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
