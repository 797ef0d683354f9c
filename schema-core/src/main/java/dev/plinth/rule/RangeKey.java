package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key WITHOUT OVERLAPS has a column besides its range, and a foreign key with a PERIOD points to such a key.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-UNIQUE">UNIQUE</a>
 */
final class RangeKey implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Constraint constraint : table.constraints()) {
                List<String> columns = rangeKey(constraint);
                if (columns != null && columns.size() < 2) {
                    problems.add(lonely(table, constraint));
                }
            }
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                if (!fits(schema, key)) {
                    problems.add(mismatch(table, key));
                }
            }
        }
        return problems.stream();
    }

    private Problem lonely(Table table, Constraint key) {
        return error(
                TableRule.part(table, key.name()),
                "WITHOUT OVERLAPS is said of a key with one column",
                "Add the columns for which ranges must not meet, or use exclude(range.with(\"&&\")).");
    }

    private Problem mismatch(Table table, ForeignKey key) {
        return key.options().period()
                ? error(
                        TableRule.part(table, key.name()),
                        "has a PERIOD but points to no key WITHOUT OVERLAPS",
                        "Add withoutOverlaps() to the key of " + key.target().display() + ", or leave period() out.")
                : error(
                        TableRule.part(table, key.name()),
                        "points to a key WITHOUT OVERLAPS and has no PERIOD",
                        "Add period().");
    }

    private static boolean fits(Schema schema, ForeignKey key) {
        Table target = schema.table(key.target()).orElse(null);
        return target == null || hasRangeKey(target, key.targetColumns()) == key.options().period();
    }

    private static boolean hasRangeKey(Table target, List<String> columns) {
        for (Constraint constraint : target.constraints()) {
            if (columns.equals(rangeKey(constraint))) {
                return true;
            }
        }
        return false;
    }

    /** The columns of a key WITHOUT OVERLAPS; null where it is none. */
    private static @Nullable List<String> rangeKey(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> key.withoutOverlaps() ? key.columns() : null;
            case Unique key -> key.withoutOverlaps() ? key.columns() : null;
            case Constraint.Exclusion ignored -> null;
            case Constraint.Check ignored -> null;
            case ForeignKey ignored -> null;
        };
    }
}
