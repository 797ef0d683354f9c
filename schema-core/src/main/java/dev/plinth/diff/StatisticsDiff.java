package dev.plinth.diff;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Statistics.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares extended statistics. Columns have no order; expressions are compared in theirs. */
final class StatisticsDiff {

    private StatisticsDiff() {}

    static void compare(Statistics declared, Live<Statistics> live, Answers answers, Findings findings) {
        Subject subject = Subject.of(declared);
        Statistics existing = live.object();
        if (!declared.table().equals(existing.table())) {
            // Columns and expressions of another table are other ones, whatever they are called.
            findings.text(subject, "table", declared.table(), existing.table());
            return;
        }
        findings.text(subject, "kinds", kinds(declared), kinds(existing));
        findings.text(subject, "columns", columns(declared), columns(existing));
        findings.verdict(
                same(declared, existing, answers), subject, "expressions", declared, existing,
                StatisticsDiff::expressions);
        findings.unmodelled(subject, live);
    }

    private static Verdict same(Statistics declared, Statistics live, Answers answers) {
        List<Expression> ours = declared.expressions();
        List<Expression> theirs = live.expressions();
        if (ours.size() != theirs.size()) {
            return Verdict.DIFFERENT;
        }
        List<Verdict> verdicts = IntStream.range(0, ours.size())
                .mapToObj(place -> answers.sameExpression(declared.table(), ours.get(place), theirs.get(place)))
                .toList();
        return Stream.of(Verdict.DIFFERENT, Verdict.UNDECIDED)
                .filter(verdicts::contains)
                .findFirst()
                .orElse(Verdict.EQUAL);
    }

    private static String kinds(Statistics statistics) {
        List<Kind> kinds = statistics.kinds().isEmpty() ? List.of(Kind.values()) : statistics.kinds();
        return kinds.stream().map(Kind::name).collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
    }

    private static String columns(Statistics statistics) {
        return statistics.columns().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String expressions(Statistics statistics) {
        return statistics.expressions().stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }
}
