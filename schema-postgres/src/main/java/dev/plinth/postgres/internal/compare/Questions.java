package dev.plinth.postgres.internal.compare;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.TypeNames;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every spelling of a schema that the server may print in another way. */
final class Questions {

    private static final Set<BuiltInType> PRINTED_WITH_CAST = Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR);

    private final List<Question> questions = new ArrayList<>();

    private final Set<String> homes;

    private Questions(Set<String> homes) {
        this.homes = homes;
    }

    /** @param homes the namespaces that are to have what the schema declares in {@code public} */
    static List<Question> of(Schema schema, Set<String> homes) {
        Questions questions = new Questions(homes);
        schema.tables().forEach(questions::addTable);
        schema.objects(NamedQuery.class).forEach(view -> questions.addTable(view.parts()));
        return questions.questions;
    }

    private void addTable(Table table) {
        for (Column column : table.columns()) {
            if (column.options().isLocal() && isNative(column.type())) {
                questions.add(Question.type(table.name(), column.name(), spelling(column.type()), column.type()));
            }
            if (column.options().isLocal() && column.generation() instanceof Generation.Computed computed) {
                add(table, Question.Place.GENERATED, column.name(), computed.expression());
            }
            if (column.defaultValue() != null && !(column.defaultValue() instanceof Expression.NextValue)) {
                addDefault(table, column, column.defaultValue());
            }
        }
        for (Constraint.Check check : table.constraints(Constraint.Check.class)) {
            add(table, Question.Place.CHECK, check.name(), check.condition());
        }
        table.constraints(Constraint.Exclusion.class)
                .forEach(exclusion -> addIndex(table, exclusion.name(), exclusion.keys(), exclusion.predicate()));
        table.indexes().forEach(index -> addIndex(table, index.name(), index.keys(), index.predicate()));
        table.triggers().forEach(trigger -> addTrigger(table, trigger));
        if (table.options().partitioning() != null) {
            addKeys(table, Question.Place.PARTITION_KEY, "", table.options().partitioning().keys());
        }
        table.rowSecurity().policies().forEach(policy -> addPolicy(table, policy));
    }

    private void addTrigger(Table table, Trigger trigger) {
        if (trigger.condition() != null) {
            add(table, Question.Place.WHEN, trigger.name(), trigger.condition());
        }
    }

    private void addPolicy(Table table, Policy policy) {
        if (policy.using() != null) {
            add(table, Question.Place.USING, policy.name(), policy.using());
        }
        if (policy.withCheck() != null) {
            add(table, Question.Place.WITH_CHECK, policy.name(), policy.withCheck());
        }
    }

    private void addDefault(Table table, Column column, Expression value) {
        if (value instanceof Expression.StringLiteral
                && column.type() instanceof ColumnType.Named named && isOfEachHome(named.name(), table)) {
            questions.add(new Question(
                    table.name(),
                    Question.Place.DEFAULT,
                    column.name(),
                    SqlText.expression(value),
                    value,
                    null,
                    SqlText.word(named.name().name())));
        } else {
            questions.add(Question.expression(
                    table.name(), Question.Place.DEFAULT, column.name(), defaultText(value, column.type()), value));
        }
    }

    private boolean isOfEachHome(QualifiedName type, Table table) {
        return !homes.isEmpty() && type.isInDefaultNamespace() && table.name().isInDefaultNamespace();
    }

    private void addIndex(Table table, String name, List<IndexKey> keys, @Nullable Expression predicate) {
        if (predicate != null) {
            add(table, Question.Place.PREDICATE, name, predicate);
        }
        addKeys(table, Question.Place.INDEX_KEY, name, keys);
    }

    private void addKeys(Table table, Question.Place place, String name, List<IndexKey> keys) {
        for (IndexKey key : keys) {
            if (key.target() instanceof IndexKey.Target.OfExpression target) {
                add(table, place, name, target.expression());
            }
        }
    }

    private void add(Table table, Question.Place place, String name, Expression expression) {
        questions.add(
                Question.expression(table.name(), place, name, SqlText.expression(expression), expression));
    }

    /** A string constant as it is printed once it has the type of its column, so that no planner need be asked. */
    private static String defaultText(Expression value, ColumnType type) {
        String text = SqlText.expression(value);
        if (!(value instanceof Expression.StringLiteral)) {
            return text;
        }
        return switch (type) {
            case ColumnType.Named named ->
                text + "::" + SqlText.word(named.name().namespace()) + "." + SqlText.word(named.name().name());
            case ColumnType.BuiltIn builtIn when PRINTED_WITH_CAST.contains(builtIn.name()) ->
                text + "::" + TypeNames.of(new ColumnType.BuiltIn(builtIn.name(), List.of()));
            case ColumnType.BuiltIn ignored -> text;
            case ColumnType.OfExtension ignored -> text;
            case ColumnType.Array ignored -> text;
            case ColumnType.Native ignored -> text;
            case UserType ignored -> text;
        };
    }

    private static boolean isNative(ColumnType type) {
        return switch (type) {
            case ColumnType.Native ignored -> true;
            case ColumnType.Array array -> isNative(array.element());
            case ColumnType.Named ignored -> false;
            case UserType ignored -> false;
            case ColumnType.BuiltIn ignored -> false;
            case ColumnType.OfExtension ignored -> false;
        };
    }

    private static String spelling(ColumnType type) {
        return switch (type) {
            case ColumnType.Native nativeType -> nativeType.sql();
            case ColumnType.Array array -> spelling(array.element()) + "[]";
            case ColumnType.Named named -> throw new IllegalArgumentException("known: " + named);
            case UserType defined -> throw new IllegalArgumentException("known: " + defined);
            case ColumnType.BuiltIn builtIn -> throw new IllegalArgumentException("built in: " + builtIn);
            case ColumnType.OfExtension extension -> throw new IllegalArgumentException("known: " + extension);
        };
    }
}
