package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.Set;
import java.util.stream.Stream;

/** A generated column has no default, an identity or serial column is an integer, and identity is NOT NULL. */
final class GeneratedColumn implements TableRule {

    private static final Set<BuiltInType> INTEGERS =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT);

    @Override
    public Stream<Problem> check(Table table) {
        return table.columns().stream()
                .filter(column -> column.generation() != null)
                .flatMap(column -> check(TableRule.part(table, column.name()), column));
    }

    private Stream<Problem> check(String subject, Column column) {
        Stream<Problem> defaults = column.defaultValue() == null
                ? Stream.empty()
                : Stream.of(error(subject, "is generated and has a default", "Drop defaultTo(...)."));
        return column.generation() instanceof Generation.Computed
                ? defaults
                : Stream.concat(defaults, numbered(subject, column));
    }

    private Stream<Problem> numbered(String subject, Column column) {
        if (!(column.type() instanceof ColumnType.BuiltIn type) || !INTEGERS.contains(type.name())) {
            return Stream.of(error(
                    subject,
                    "is " + TypeNames.of(column.type()) + ", which no sequence counts",
                    "Declare it as smallint(), integer() or bigint()."));
        }
        return column.nullable() && column.generation() instanceof Generation.Identity
                ? Stream.of(error(subject, "is an identity column and nullable", "Declare it notNull()."))
                : Stream.empty();
    }
}
