package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A default that takes numbers of a sequence by its name finds the sequence in the schema. */
final class UnknownSequence implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> known = known(schema);
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.defaultValue() instanceof Expression.NextValue) {
                    check(TableRule.part(table, column.name()), column.defaultValue(), known, problems);
                }
            }
        }
        for (View view : schema.objects(View.class)) {
            for (ColumnDefault one : view.defaults()) {
                check(TableRule.part(view.parts(), one.column()), one.value(), known, problems);
            }
        }
        return problems.stream();
    }

    private static Set<QualifiedName> known(Schema schema) {
        Set<QualifiedName> known = new HashSet<>();
        for (Sequence sequence : schema.objects(Sequence.class)) {
            known.add(sequence.name());
        }
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                OwnedSequence owned = column.sequence();
                if (owned != null) {
                    known.add(table.name().sibling(owned.name()));
                }
            }
        }
        return known;
    }

    private void check(
            String subject, @Nullable Expression value, Set<QualifiedName> known, List<Problem> problems) {
        if (value instanceof Expression.NextValue(QualifiedName sequence) && !known.contains(sequence)) {
            problems.add(error(
                    subject,
                    "default " + Literals.spelling(value) + " names no sequence of the schema",
                    Suggestion.orElse(
                            sequence.display(),
                            known.stream().map(QualifiedName::display).toList(),
                            "Declare it with sequence(...); for one that exists otherwise write"
                                    + " sql(\"nextval('...'::regclass)\").")));
        }
    }
}
