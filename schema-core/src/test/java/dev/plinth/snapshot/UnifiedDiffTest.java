package dev.plinth.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

    @Test
    void equalTextsHaveNone() {
        assertThat(UnifiedDiff.of("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void showsThreeLinesAroundEachChange() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
        String after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n15\n16\n17\n";
        assertThat(UnifiedDiff.of(before, after)).isEqualTo("""
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                @@ -11,6 +11,6 @@
                 11
                 12
                 13
                -14
                 15
                 16
                +17
                """);
    }

    @Test
    void oneHunkHoldsChangesWhoseSurroundingsTouch() {
        assertThat(UnifiedDiff.of("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n")).isEqualTo("""
                @@ -1,8 +1,8 @@
                -a
                +A
                 1
                 2
                 3
                 4
                 5
                 6
                -b
                +B
                """);
    }

    @Test
    void anEmptySideBeginsAtLineZero() {
        assertThat(UnifiedDiff.of("", "a\n")).isEqualTo("@@ -0,0 +1,1 @@\n+a\n");
        assertThat(UnifiedDiff.of("a\n", "")).isEqualTo("@@ -1,1 +0,0 @@\n-a\n");
    }

    @Test
    void hugeDifferencesAreReplacedAsAWhole() {
        String before = IntStream.range(0, 3000).mapToObj(i -> "old " + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 3000).mapToObj(i -> "new " + i).collect(Collectors.joining("\n"));
        assertThat(UnifiedDiff.of(before, after).lines().toList()).hasSize(6001).startsWith("@@ -1,3000 +1,3000 @@");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSidesOfADiffAreTheTwoTexts(long seed) {
        Random random = new Random(seed);
        List<String> before = randomLines(random);
        List<String> after = randomLines(random);
        List<LineDiff.Line> lines = LineDiff.of(before, after);
        assertThat(side(lines, LineDiff.Side.OLD)).isEqualTo(before);
        assertThat(side(lines, LineDiff.Side.NEW)).isEqualTo(after);
        assertThat(lines.stream().filter(line -> line.side() == LineDiff.Side.BOTH).count())
                .isEqualTo(longestCommon(before, after));
    }

    private static List<String> side(List<LineDiff.Line> lines, LineDiff.Side side) {
        return lines.stream().filter(line -> line.side() == side || line.side() == LineDiff.Side.BOTH)
                .map(LineDiff.Line::text).toList();
    }

    private static List<String> randomLines(Random random) {
        List<String> lines = new ArrayList<>();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    /** By trying everything, as a check of the table that the code fills. */
    private static int longestCommon(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        List<String> leftRest = left.subList(1, left.size());
        List<String> rightRest = right.subList(1, right.size());
        return left.getFirst().equals(right.getFirst())
                ? 1 + longestCommon(leftRest, rightRest)
                : Math.max(longestCommon(leftRest, right), longestCommon(left, rightRest));
    }
}
