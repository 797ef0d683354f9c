package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Statistics;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Extended statistics. A template, as jOOQ has no word for them. */
final class StatisticsRenderer {

    private StatisticsRenderer() {}

    static QueryPart create(Statistics statistics, RenderMode mode) {
        String kinds = statistics.kinds().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>(statistics.columns().stream().map(SqlText::identifier).toList());
        statistics.expressions().forEach(expression -> parts.add(SqlText.parenthesised(expression)));
        return DSL.query(
                mode == RenderMode.RERUNNABLE
                        ? "CREATE STATISTICS IF NOT EXISTS {0}{1} ON {2} FROM {3}"
                        : "CREATE STATISTICS {0}{1} ON {2} FROM {3}",
                Parts.name(statistics.name()),
                Parts.raw(kinds.isEmpty() ? "" : " (" + kinds + ")"),
                Parts.raw(String.join(", ", parts)),
                Parts.name(statistics.table()));
    }
}
