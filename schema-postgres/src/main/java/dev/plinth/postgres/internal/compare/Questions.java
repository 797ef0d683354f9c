package dev.plinth.postgres.internal.compare;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;

/** Every spelling of a schema that the server may print in another way. */
final class Questions {

    private final List<Question> questions = new ArrayList<>();

    private Questions() {}

    static List<Question> of(Schema schema) {
        Questions questions = new Questions();
        schema.tables().forEach(questions::addTable);
        return questions.questions;
    }

    private void addTable(Table table) {
        for (Column column : table.columns()) {
            if (isNative(column.type())) {
                questions.add(new Question(
                        table.name(), Question.Place.TYPE, column.name(), spelling(column.type()), null,
                        column.type()));
            }
            if (column.defaultValue() != null) {
                add(table, Question.Place.DEFAULT, column.name(), column.defaultValue());
            }
        }
        for (Constraint.Check check : table.constraints(Constraint.Check.class)) {
            add(table, Question.Place.CHECK, check.name(), check.condition());
        }
        table.indexes().forEach(index -> addIndex(table, index));
    }

    private void addIndex(Table table, Index index) {
        if (index.predicate() != null) {
            add(table, Question.Place.PREDICATE, index.name(), index.predicate());
        }
        for (IndexKey key : index.keys()) {
            if (key.target() instanceof IndexKey.Target.OfExpression target) {
                add(table, Question.Place.INDEX_KEY, index.name(), target.expression());
            }
        }
    }

    private void add(Table table, Question.Place place, String name, Expression expression) {
        questions.add(new Question(table.name(), place, name, SqlText.expression(expression), expression, null));
    }

    private static boolean isNative(ColumnType type) {
        return switch (type) {
            case ColumnType.Native ignored -> true;
            case ColumnType.Array array -> isNative(array.element());
            case ColumnType.BuiltIn ignored -> false;
            case ColumnType.OfExtension ignored -> false;
        };
    }

    private static String spelling(ColumnType type) {
        return switch (type) {
            case ColumnType.Native nativeType -> nativeType.sql();
            case ColumnType.Array array -> spelling(array.element()) + "[]";
            case ColumnType.BuiltIn builtIn -> throw new IllegalArgumentException("built in: " + builtIn);
            case ColumnType.OfExtension extension -> throw new IllegalArgumentException("known: " + extension);
        };
    }
}
