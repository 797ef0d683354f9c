package dev.plinth.snapshot;

import java.util.ArrayList;
import java.util.List;

/** The lines of two texts, matched by a longest common subsequence. */
final class LineDiff {

    /** Beyond this many pairs of lines, about 16 MB, the part that differs is taken as replaced from end to end. */
    private static final long MOST_PAIRS = 4_000_000;

    /** A line of the old text, the new one or both. */
    record Line(Side side, String text) {}

    /** Where a line stands. */
    enum Side {
        BOTH(' '),
        OLD('-'),
        NEW('+');

        private final char sign;

        Side(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** All lines in order; where lines were replaced, the old ones first. */
    static List<Line> of(List<String> before, List<String> after) {
        LineDiff diff = new LineDiff(before, after);
        diff.run();
        return diff.lines;
    }

    private void run() {
        int start = commonStart();
        int end = commonEnd(start);
        add(Side.BOTH, before.subList(0, start));
        List<String> oldMiddle = before.subList(start, before.size() - end);
        List<String> newMiddle = after.subList(start, after.size() - end);
        if ((long) oldMiddle.size() * newMiddle.size() > MOST_PAIRS) {
            add(Side.OLD, oldMiddle);
            add(Side.NEW, newMiddle);
        } else {
            match(oldMiddle, newMiddle);
        }
        add(Side.BOTH, before.subList(before.size() - end, before.size()));
    }

    private int commonStart() {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        return start;
    }

    private int commonEnd(int start) {
        int shorter = Math.min(before.size(), after.size());
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return end;
    }

    private void match(List<String> older, List<String> newer) {
        int[][] common = common(older, newer);
        int i = 0;
        int j = 0;
        while (i < older.size() && j < newer.size()) {
            if (older.get(i).equals(newer.get(j))) {
                lines.add(new Line(Side.BOTH, older.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Side.OLD, older.get(i++)));
            } else {
                lines.add(new Line(Side.NEW, newer.get(j++)));
            }
        }
        add(Side.OLD, older.subList(i, older.size()));
        add(Side.NEW, newer.subList(j, newer.size()));
    }

    /** The length of the longest common subsequence of what begins at each pair of lines. */
    private static int[][] common(List<String> older, List<String> newer) {
        int[][] common = new int[older.size() + 1][newer.size() + 1];
        for (int i = older.size() - 1; i >= 0; i--) {
            for (int j = newer.size() - 1; j >= 0; j--) {
                common[i][j] = older.get(i).equals(newer.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void add(Side side, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(side, text)));
    }
}
