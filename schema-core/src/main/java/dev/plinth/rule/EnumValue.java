package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A constant default of a column of an enumerated type is one of its labels. */
final class EnumValue implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<QualifiedName, EnumType> types = new HashMap<>();
        for (EnumType type : schema.objects(EnumType.class)) {
            types.putIfAbsent(type.name(), type);
        }
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Named named) {
                    check(table, column, types.get(named.name()), problems);
                }
            }
        }
        return problems.stream();
    }

    private void check(Table table, Column column, @Nullable EnumType type, List<Problem> problems) {
        Expression value = column.defaultValue();
        if (type == null || value == null || value instanceof Expression.Sql) {
            return;
        }
        if (value instanceof Expression.StringLiteral text && type.labels().contains(text.value())) {
            return;
        }
        String label = value instanceof Expression.StringLiteral text ? text.value() : "";
        problems.add(error(
                TableRule.part(table, column.name()),
                "default " + Literals.spelling(value) + " is no label of " + type.name().display(),
                Suggestion.orElse(
                        label, type.labels(), "Its labels are '" + String.join("', '", type.labels()) + "'.")));
    }
}
