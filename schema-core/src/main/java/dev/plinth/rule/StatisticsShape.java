package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * Extended statistics are of two to eight columns and expressions of a table in the schema, or of one expression.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">CREATE STATISTICS</a>
 */
final class StatisticsShape implements Rule {

    private static final int MAX_PARTS = 8;

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.objects(Statistics.class).stream().flatMap(it -> check(schema, it));
    }

    private Stream<Problem> check(Schema schema, Statistics statistics) {
        Stream<Problem> ofTable = schema.table(statistics.table()).map(it -> unknown(statistics, it))
                .orElseGet(() -> Stream.of(error(
                        statistics.name().display(),
                        "is of " + statistics.table().display() + ", which is no table of the schema",
                        "List the table in schema(...).")));
        return Stream.of(ofTable, number(statistics), repeated(statistics)).flatMap(it -> it);
    }

    private Stream<Problem> unknown(Statistics statistics, Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return statistics.columns().stream()
                .filter(name -> !columns.contains(name))
                .map(name -> error(
                        statistics.name().display(),
                        "names \"" + name + "\", which is no column of " + table.name().display(),
                        Suggestion.orElse(name, columns, "Name a column of the table.")));
    }

    private Stream<Problem> number(Statistics statistics) {
        int columns = statistics.columns().size();
        int expressions = statistics.expressions().size();
        String subject = statistics.name().display();
        if (columns == 0 && expressions == 1) {
            return statistics.kinds().isEmpty()
                    ? Stream.empty()
                    : Stream.of(error(subject, "chooses kinds for a single expression, which has none",
                            "Leave ndistinct(), dependencies() and mcv() out."));
        }
        if (columns + expressions < 2) {
            return Stream.of(
                    error(subject, "is of fewer than two columns", "Say on(...) with two columns, or an expression."));
        }
        return columns + expressions > MAX_PARTS
                ? Stream.of(error(subject,
                        "is of " + (columns + expressions) + " columns and expressions, and PostgreSQL allows "
                                + MAX_PARTS,
                        "Split them."))
                : Stream.empty();
    }

    private Stream<Problem> repeated(Statistics statistics) {
        Stream<String> columns = Duplicates.of(statistics.columns()).stream();
        Stream<String> expressions = Duplicates.of(statistics.expressions()).stream().map(Literals::spelling);
        return Stream.concat(columns, expressions)
                .map(name -> error(statistics.name().display(), "names " + name + " twice", "Name it once."));
    }
}
