package dev.plinth.diff;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.ReferentialAction;
import java.util.List;

/**
 * Constraints as a person reads them in a message, without their names.
 */
final class ConstraintText {

    private ConstraintText() {}

    static String kind(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey ignored -> "PRIMARY KEY";
            case Constraint.Unique ignored -> "UNIQUE";
            case Constraint.Check ignored -> "CHECK";
            case Constraint.ForeignKey ignored -> "FOREIGN KEY";
        };
    }

    static String of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> "PRIMARY KEY " + columns(key.columns());
            case Constraint.Unique key -> "UNIQUE " + columns(key.columns());
            case Constraint.Check check -> "CHECK (" + ExpressionText.of(check.condition()) + ")";
            case Constraint.ForeignKey key ->
                "FOREIGN KEY " + columns(key.columns()) + " REFERENCES " + name(key.target().display())
                        + columns(key.targetColumns())
                        + action(" ON UPDATE ", key.onUpdate())
                        + action(" ON DELETE ", key.onDelete());
        };
    }

    private static String columns(List<String> columns) {
        return "(" + String.join(", ", columns.stream().map(ConstraintText::name).toList()) + ")";
    }

    private static String name(String name) {
        return name.matches("[\\w.$]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }
}
