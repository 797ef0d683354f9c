package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A default that takes numbers of a sequence by its name finds the sequence in the schema. */
final class UnknownSequence implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> known = new HashSet<>();
        schema.objects(Sequence.class).forEach(sequence -> known.add(sequence.name()));
        schema.tables().forEach(table -> table.columns().forEach(column -> {
            OwnedSequence owned = column.sequence();
            if (owned != null) {
                known.add(table.name().sibling(owned.name()));
            }
        }));
        return schema.tables().stream().flatMap(table -> check(table, known));
    }

    private Stream<Problem> check(Table table, Set<QualifiedName> known) {
        return table.columns().stream()
                .filter(column -> column.defaultValue() instanceof Expression.NextValue next
                        && !known.contains(next.sequence()))
                .map(column -> error(
                        TableRule.part(table, column.name()),
                        "default " + Literals.spelling(column.defaultValue()) + " names no sequence of the schema",
                        Suggestion.orElse(
                                ((Expression.NextValue) column.defaultValue()).sequence().display(),
                                known.stream().map(QualifiedName::display).toList(),
                                "Declare it with sequence(...); for one that exists otherwise write"
                                        + " sql(\"nextval('...'::regclass)\").")));
    }
}
