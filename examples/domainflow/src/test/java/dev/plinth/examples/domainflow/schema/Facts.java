package dev.plinth.examples.domainflow.schema;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of the model in the words in which people wrote it down: one line a column, an index, a trigger. */
final class Facts {

    private Facts() {}

    static String of(Table table) {
        Stream<String> columns = table.columns().stream().map(column -> column(table, column));
        Stream<String> indexes = table.indexes().stream().map(Facts::index);
        Stream<String> triggers = table.triggers().stream().map(Facts::trigger);
        return page(table.name().name() + ": " + table.description(), Stream.of(columns, indexes, triggers));
    }

    static String of(DynamoTable table) {
        Stream<String> settings = Stream.of(
                "key " + String.join(", ", table.key().partitionKey()) + String.join(", ", table.key().sortKey()),
                table.billing() + " " + table.settings().encryption()
                        + (table.settings().pointInTimeRecovery() != null ? " PITR" : ""));
        Stream<String> attributes = table.attributes().stream().map(Facts::attribute);
        Stream<String> indexes = table.globalIndexes().stream().map(Facts::index);
        return page(table.name() + ": " + table.description(), Stream.of(settings, attributes, indexes));
    }

    private static String page(String title, Stream<Stream<String>> lines) {
        return Stream.concat(Stream.of(title), lines.flatMap(part -> part))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String column(Table table, Column column) {
        return String.join(" | ", column.name(), TypeNames.of(column.type()), column.nullable() ? "yes" : "no",
                column.defaultValue() == null ? "" : expression(column.defaultValue()),
                String.join(", ", keys(table, column.name())), String.valueOf(column.description()));
    }

    private static List<String> keys(Table table, String column) {
        List<String> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key when key.columns().contains(column) -> keys.add("primary " + key.name());
                case Constraint.Unique key when key.columns().contains(column) -> keys.add("unique " + key.name());
                case Constraint.ForeignKey key when key.columns().contains(column) -> keys.add(reference(key));
                case Constraint.Check check when expression(check.condition()).contains(column) ->
                    keys.add(check.name() + ": " + expression(check.condition()));
                case Constraint other -> {
                    // of another column
                }
            }
        }
        return keys;
    }

    private static String reference(Constraint.ForeignKey key) {
        String action = key.onDelete() == ReferentialAction.NO_ACTION ? "" : " on delete " + key.onDelete().sql();
        return key.name() + " -> " + key.target().display() + key.targetColumns() + action;
    }

    private static String expression(Expression expression) {
        return switch (expression) {
            case Expression.Sql sql -> sql.text();
            case Expression.NextValue next -> "next value of " + next.sequence().display();
            case Expression.StringLiteral literal -> "'" + literal.value() + "'";
            case Expression.NumberLiteral literal -> literal.value().toPlainString();
            case Expression.BooleanLiteral literal -> String.valueOf(literal.value());
            case Expression.OneOf oneOf -> oneOf.column() + " in "
                    + oneOf.values().stream().map(Facts::expression).collect(Collectors.joining(", "));
        };
    }

    private static String index(Index index) {
        String keys = index.keys().stream().map(Facts::key).collect(Collectors.joining(", "));
        String method = index.method().equals(IndexMethod.BTREE) ? "" : " using " + index.method().name();
        return "index " + index.name() + " (" + keys + ")" + method;
    }

    private static String key(IndexKey key) {
        String name = switch (key.target()) {
            case IndexKey.Target.OfColumn column -> column.name();
            case IndexKey.Target.OfExpression computed -> expression(computed.expression());
        };
        return key.direction() == IndexKey.Direction.DESC ? name + " DESC" : name;
    }

    private static String trigger(Trigger trigger) {
        return "trigger " + trigger.name() + " " + trigger.timing() + " " + trigger.events() + " " + trigger.level()
                + " " + trigger.function().display();
    }

    private static String attribute(Attribute attribute) {
        return attribute.name() + " " + attribute.type().code()
                + (attribute.description() == null ? "" : " | " + attribute.description());
    }

    private static String index(GlobalIndex index) {
        return "index " + index.name() + " " + index.key().partitionKey() + " " + index.key().sortKey() + " "
                + index.projection();
    }
}
