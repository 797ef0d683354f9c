package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Extended statistics are of two to eight columns and expressions of a table or a materialized view in the schema, or of
 * one expression. Values of each of the columns can be sorted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">CREATE STATISTICS</a>
 */
final class StatisticsShape implements Rule {

    private static final int MAX_PARTS = 8;

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Statistics statistics : schema.objects(Statistics.class)) {
            problems.addAll(check(schema, statistics).toList());
        }
        return problems.stream();
    }

    private Stream<Problem> check(Schema schema, Statistics statistics) {
        return Stream.of(columns(schema, statistics), number(statistics), repeated(statistics)).flatMap(it -> it);
    }

    private Stream<Problem> columns(Schema schema, Statistics statistics) {
        QualifiedName name = statistics.table();
        Optional<Table> table = schema.table(name);
        if (table.isPresent()) {
            return Stream.concat(
                    unknown(statistics, table.get().columns().stream().map(Column::name).toList()),
                    unordered(statistics, table.get()));
        }
        return schema.objects(MaterializedView.class).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .map(view -> view.columns().isEmpty()
                        ? Stream.<Problem>empty()
                        : unknown(statistics, view.columns()))
                .orElseGet(() -> Stream.of(error(
                        statistics.name().display(),
                        "is of " + name.display() + ", which is no table or materialized view of the schema",
                        "List it in schema(...).")));
    }

    private Stream<Problem> unknown(Statistics statistics, List<String> columns) {
        return statistics.columns().stream()
                .filter(name -> !columns.contains(name))
                .map(name -> error(
                        statistics.name().display(),
                        "names \"" + name + "\", which is no column of " + statistics.table().display(),
                        Suggestion.orElse(name, columns, "Name one of its columns.")));
    }

    private Stream<Problem> unordered(Statistics statistics, Table table) {
        return table.columns().stream()
                .filter(column -> statistics.columns().contains(column.name()))
                .filter(column -> !OperatorClasses.isOrdered(column.type()))
                .map(column -> error(
                        statistics.name().display(),
                        "names \"" + column.name() + "\", and " + TypeNames.of(column.type())
                                + " has no default operator class for b-trees, which statistics need",
                        "Leave the column out, or say an expression of it: sql(\"...\")."));
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
