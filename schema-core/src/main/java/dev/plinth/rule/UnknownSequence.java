package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return Stream.concat(
                schema.tables().stream().flatMap(table -> table.columns().stream()
                        .flatMap(it -> check(table, it.name(), it.defaultValue(), known))),
                schema.objects(View.class).stream().flatMap(view -> view.defaults().stream()
                        .flatMap(it -> check(view.parts(), it.column(), it.value(), known))));
    }

    private Stream<Problem> check(
            Table table, String column, @Nullable Expression value, Set<QualifiedName> known) {
        return value instanceof Expression.NextValue(QualifiedName sequence) && !known.contains(sequence)
                ? Stream.of(error(
                        TableRule.part(table, column),
                        "default " + Literals.spelling(value) + " names no sequence of the schema",
                        Suggestion.orElse(
                                sequence.display(),
                                known.stream().map(QualifiedName::display).toList(),
                                "Declare it with sequence(...); for one that exists otherwise write"
                                        + " sql(\"nextval('...'::regclass)\").")))
                : Stream.empty();
    }
}
