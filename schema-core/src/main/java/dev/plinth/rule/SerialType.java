package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code serial} is no type: PostgreSQL makes an integer with a default and a sequence of it. Declared as a type, the
 * column would differ from its own declaration as soon as it is created.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL">Serial Types</a>
 */
final class SerialType implements TableRule {

    private static final Set<String> WORDS =
            Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof ColumnType.Native type
                    && WORDS.contains(type.sql().strip().toLowerCase(Locale.ROOT))) {
                problems.add(error(
                        TableRule.part(table, column.name()),
                        type.sql() + " is no type but an integer with a sequence of its own",
                        "Use smallserial(), serial() or bigserial(), or bigint() with generatedAlwaysAsIdentity()."));
            }
        }
        return problems.stream();
    }
}
