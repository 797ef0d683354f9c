package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.stream.Stream;

/** Keys, foreign keys and indexes are made of columns that the table has; those of a view are known where it names them. */
final class UnknownColumn implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.tables().stream()
                        .flatMap(it -> check(it, it.columns().stream().map(Column::name).toList())),
                schema.objects(NamedQuery.class).stream()
                        .filter(view -> !view.columns().isEmpty())
                        .flatMap(view -> Stream.concat(check(view.parts(), view.columns()), defaults(view))));
    }

    private Stream<Problem> defaults(NamedQuery query) {
        return query instanceof View view
                ? view.defaults().stream()
                        .map(ColumnDefault::column)
                        .filter(column -> !view.mayHave(column))
                        .map(column -> unknown(view.parts(), column, column, view.columns()))
                : Stream.empty();
    }

    private Stream<Problem> check(Table table, List<String> known) {
        return ColumnList.of(table).flatMap(list -> list.columns().stream()
                .filter(column -> !known.contains(column))
                .map(column -> unknown(table, list.name(), column, known)));
    }

    private Problem unknown(Table table, String part, String column, List<String> known) {
        String otherwise = "Its columns are " + String.join(", ", known) + ".";
        return error(
                TableRule.part(table, part),
                "no such column: " + column,
                Suggestion.orElse(column, known, otherwise));
    }
}
