package dev.plinth.diff;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.model.sql.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Constraints as a person reads them in a message, without their names. Storage parameters, and for which rows a constraint
 * holds, are left out: they are compared by themselves.
 */
final class ConstraintText {

    private ConstraintText() {}

    static String kind(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey ignored -> "PRIMARY KEY";
            case Constraint.Unique ignored -> "UNIQUE";
            case Exclusion ignored -> "EXCLUDE";
            case Constraint.Check ignored -> "CHECK";
            case Constraint.ForeignKey ignored -> "FOREIGN KEY";
        };
    }

    static String of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                "PRIMARY KEY " + columns(key.columns(), "", key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
                        + options(key.options());
            case Constraint.Unique key ->
                "UNIQUE " + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
                        + columns(key.columns(), "", key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
                        + options(key.options());
            case Exclusion exclusion -> exclusion(exclusion);
            case Constraint.Check check ->
                "CHECK (" + ExpressionText.of(check.condition()) + ")" + (check.noInherit() ? " NO INHERIT" : "");
            case Constraint.ForeignKey key -> foreignKey(key);
        };
    }

    static String of(Enforcement enforcement) {
        return enforcement == Enforcement.ENFORCED ? "valid for all rows" : enforcement.sql();
    }

    private static String exclusion(Exclusion exclusion) {
        String method = exclusion.method().equals(IndexMethod.BTREE) ? "" : "USING " + exclusion.method().name() + " ";
        String elements = exclusion.elements().stream()
                .map(element -> IndexText.key(element.key()) + " WITH " + IndexText.source(element.operator().source())
                        + element.operator().symbol())
                .collect(Collectors.joining(", ", "(", ")"));
        String predicate =
                exclusion.predicate() == null ? "" : " WHERE (" + ExpressionText.of(exclusion.predicate()) + ")";
        return "EXCLUDE " + method + elements + include(exclusion.options()) + predicate
                + deferral(exclusion.options().deferral());
    }

    private static String foreignKey(Constraint.ForeignKey key) {
        ForeignKeyOptions options = key.options();
        String period = options.period() ? "PERIOD " : "";
        return "FOREIGN KEY " + columns(key.columns(), period, "") + " REFERENCES " + name(key.target().display())
                + columns(key.targetColumns(), period, "")
                + (options.matchFull() ? " MATCH FULL" : "")
                + action(" ON UPDATE ", key.onUpdate())
                + action(" ON DELETE ", key.onDelete())
                + (options.onDeleteColumns().isEmpty() ? "" : " " + columns(options.onDeleteColumns()))
                + deferral(options.deferral());
    }

    private static String options(KeyOptions options) {
        return include(options) + deferral(options.deferral());
    }

    private static String include(KeyOptions options) {
        return options.include().isEmpty() ? "" : " INCLUDE " + columns(options.include());
    }

    private static String deferral(Deferral deferral) {
        return deferral == Deferral.NOT_DEFERRABLE ? "" : " " + deferral.sql();
    }

    private static String columns(List<String> columns) {
        return columns(columns, "", "");
    }

    /** The last one between two words. */
    private static String columns(List<String> columns, String before, String behind) {
        List<String> names = new ArrayList<>(columns.stream().map(ConstraintText::name).toList());
        if (!names.isEmpty()) {
            names.set(names.size() - 1, before + names.get(names.size() - 1) + behind);
        }
        return "(" + String.join(", ", names) + ")";
    }

    private static String name(String name) {
        return name.matches("[\\w.$]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }
}
