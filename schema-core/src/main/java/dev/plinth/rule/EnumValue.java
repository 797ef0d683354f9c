package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A constant default of a column of an enumerated type is one of its labels. */
final class EnumValue implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<QualifiedName, EnumType> types = new HashMap<>();
        schema.objects(EnumType.class).forEach(type -> types.putIfAbsent(type.name(), type));
        return schema.tables().stream().flatMap(table -> table.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.Named)
                .flatMap(column -> check(table, column, types.get(((ColumnType.Named) column.type()).name()))));
    }

    private Stream<Problem> check(Table table, Column column, @Nullable EnumType type) {
        Expression value = column.defaultValue();
        if (type == null || value == null || value instanceof Expression.Sql) {
            return Stream.empty();
        }
        if (value instanceof Expression.StringLiteral text && type.labels().contains(text.value())) {
            return Stream.empty();
        }
        String label = value instanceof Expression.StringLiteral text ? text.value() : "";
        return Stream.of(error(
                TableRule.part(table, column.name()),
                "default " + Literals.spelling(value) + " is no label of " + type.name().display(),
                Suggestion.orElse(
                        label, type.labels(), "Its labels are '" + String.join("', '", type.labels()) + "'.")));
    }
}
