package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** A foreign key has as many columns as it references. */
final class ForeignKeyColumnCount implements ForeignKeyRule {

    @Override
    public Stream<Problem> check(Table table, ForeignKey key, Table target) {
        int from = key.columns().size();
        int to = key.targetColumns().size();
        if (from == to || to == 0) {
            return Stream.empty();
        }
        String message = "references " + to + " columns of " + target.name().display() + " ("
                + String.join(", ", key.targetColumns()) + ") with " + from;
        return Stream.of(error(
                TableRule.part(table, key.name()),
                message,
                "Use t.foreignKey(...) with one column for each that is referenced."));
    }
}
