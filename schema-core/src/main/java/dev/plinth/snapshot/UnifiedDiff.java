package dev.plinth.snapshot;

import dev.plinth.snapshot.LineDiff.Line;
import dev.plinth.snapshot.LineDiff.Side;
import java.util.List;

/** The differences of two texts with three lines around each, as {@code diff -u} prints them. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<Line> lines;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(List<Line> lines) {
        this.lines = lines;
    }

    /** Without the two lines that name the files; ends with a line break. */
    static String of(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(
                LineDiff.of(before.lines().toList(), after.lines().toList()));
        diff.run();
        return diff.out.toString();
    }

    private void run() {
        int next = nextChange(0);
        while (next < lines.size()) {
            int start = Math.max(0, next - CONTEXT);
            int end = endOfHunk(next);
            hunk(start, end);
            next = nextChange(end);
        }
    }

    private int nextChange(int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).side() == Side.BOTH) {
            next++;
        }
        return next;
    }

    /** Changes whose surroundings touch are one hunk. */
    private int endOfHunk(int change) {
        int last = change;
        int next = nextChange(change + 1);
        while (next < lines.size() && next - last <= 2 * CONTEXT + 1) {
            last = next;
            next = nextChange(next + 1);
        }
        return Math.min(lines.size(), last + CONTEXT + 1);
    }

    private void hunk(int start, int end) {
        out.append("@@ -").append(range(Side.OLD, start, end)).append(" +").append(range(Side.NEW, start, end));
        out.append(" @@\n");
        lines.subList(start, end).forEach(line -> out.append(line.side().sign()).append(line.text()).append('\n'));
    }

    /** As in {@code diff -u}: an empty range begins at the line before it. */
    private String range(Side side, int start, int end) {
        long before = count(side, lines.subList(0, start));
        long length = count(side, lines.subList(start, end));
        return (length == 0 ? before : before + 1) + "," + length;
    }

    private static long count(Side side, List<Line> part) {
        return part.stream().filter(line -> line.side() == side || line.side() == Side.BOTH).count();
    }
}
