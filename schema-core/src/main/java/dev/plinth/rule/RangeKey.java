package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key WITHOUT OVERLAPS has a column besides its range, and a foreign key with a PERIOD points to such a key.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-UNIQUE">UNIQUE</a>
 */
final class RangeKey implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(table -> Stream.concat(
                table.constraints().stream()
                        .filter(constraint -> rangeKey(constraint).filter(columns -> columns.size() < 2).findAny()
                                .isPresent())
                        .map(constraint -> lonely(table, constraint)),
                table.constraints(ForeignKey.class).stream()
                        .filter(key -> !fits(schema, key))
                        .map(key -> mismatch(table, key))));
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
        return schema.table(key.target())
                .filter(target -> target.constraints().stream()
                        .flatMap(RangeKey::rangeKey)
                        .anyMatch(key.targetColumns()::equals) != key.options().period())
                .isEmpty();
    }

    private static Stream<List<String>> rangeKey(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> key.withoutOverlaps() ? Stream.of(key.columns()) : Stream.empty();
            case Unique key -> key.withoutOverlaps() ? Stream.of(key.columns()) : Stream.empty();
            case Constraint.Exclusion ignored -> Stream.empty();
            case Constraint.Check ignored -> Stream.empty();
            case ForeignKey ignored -> Stream.empty();
        };
    }
}
