package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SET NULL and SET DEFAULT may name some of the columns of their foreign key; no other action names any. */
final class OnDeleteColumns implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (ForeignKey key : table.constraints(ForeignKey.class)) {
            if (!key.options().onDeleteColumns().isEmpty()) {
                check(table, key, problems);
            }
        }
        return problems.stream();
    }

    private void check(Table table, ForeignKey key, List<Problem> problems) {
        String subject = TableRule.part(table, key.name());
        String action = "ON DELETE " + key.onDelete().sql();
        boolean sets =
                key.onDelete() == ReferentialAction.SET_NULL || key.onDelete() == ReferentialAction.SET_DEFAULT;
        List<String> others = new ArrayList<>(key.options().onDeleteColumns());
        others.removeAll(key.columns());
        if (!sets) {
            String remedy = "Name columns behind SET_NULL or SET_DEFAULT only.";
            problems.add(error(subject, action + " sets no column", remedy));
        } else if (!others.isEmpty()) {
            problems.add(error(
                    subject,
                    action + " names " + String.join(", ", others) + ", which is not in the foreign key",
                    "Name some of " + String.join(", ", key.columns()) + "."));
        }
    }
}
