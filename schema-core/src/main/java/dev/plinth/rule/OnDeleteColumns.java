package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/** SET NULL and SET DEFAULT may name some of the columns of their foreign key; no other action names any. */
final class OnDeleteColumns implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.constraints(ForeignKey.class).stream()
                .filter(key -> !key.options().onDeleteColumns().isEmpty())
                .flatMap(key -> check(table, key));
    }

    private Stream<Problem> check(Table table, ForeignKey key) {
        String subject = TableRule.part(table, key.name());
        boolean sets =
                key.onDelete() == ReferentialAction.SET_NULL || key.onDelete() == ReferentialAction.SET_DEFAULT;
        if (!sets) {
            String message = "ON DELETE " + key.onDelete().sql() + " sets no column";
            return Stream.of(error(subject, message, "Name columns behind SET_NULL or SET_DEFAULT only."));
        }
        List<String> others = key.options().onDeleteColumns().stream()
                .filter(column -> !key.columns().contains(column))
                .toList();
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "ON DELETE " + key.onDelete().sql() + " names " + String.join(", ", others)
                                + ", which is not in the foreign key",
                        "Name some of " + String.join(", ", key.columns()) + "."));
    }
}
