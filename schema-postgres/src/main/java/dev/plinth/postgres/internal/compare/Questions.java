package dev.plinth.postgres.internal.compare;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserType;
import dev.plinth.model.sql.View;
import dev.plinth.naming.TypeNames;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every spelling of a schema that the server may print in another way. Of those that can only have one answer a message asks
 * the first and the last: the server prints a text as it did when the table was made, so tables that declare the same are
 * spelled alike, but for those made under an older server.
 */
final class Questions {

    private static final Set<BuiltInType> PRINTED_WITH_CAST = Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR);

    private final List<Question> questions = new ArrayList<>();

    /** The numbers of the first and the last of those that are alike. */
    private final Map<Circumstances, int[]> alike = new HashMap<>();

    private final Set<String> homes;

    private Circumstances.Table columns = new Circumstances.Table("", List.of());

    private Questions(Set<String> homes) {
        this.homes = homes;
    }

    /** @param homes the namespaces that are to have what the schema declares in {@code public} */
    static Questions of(Schema schema, Set<String> homes) {
        Questions questions = new Questions(homes);
        Map<QualifiedName, List<Statistics>> statistics = new HashMap<>();
        for (Statistics one : schema.objects(Statistics.class)) {
            statistics.computeIfAbsent(one.table(), table -> new ArrayList<>()).add(one);
        }
        for (Table table : schema.tables()) {
            questions.addTable(table);
            for (Statistics one : statistics.getOrDefault(table.name(), List.of())) {
                questions.addStatistics(table, one);
            }
        }
        for (NamedQuery query : schema.objects(NamedQuery.class)) {
            questions.addTable(query.parts());
            if (query instanceof View view) {
                view.defaults().forEach(value -> questions.addDefault(view, value));
            }
            statistics.getOrDefault(query.name(), List.of())
                    .forEach(it -> questions.addStatistics(query.parts(), it));
        }
        return questions;
    }

    /** All of them, in the order of the tables. */
    List<Question> all() {
        return questions;
    }

    /** Those that are asked first, by their numbers. */
    SortedMap<Integer, Question> samples() {
        SortedMap<Integer, Question> samples = new TreeMap<>();
        for (int[] numbers : alike.values()) {
            for (int number : numbers) {
                samples.put(number, questions.get(number));
            }
        }
        return samples;
    }

    private void add(Question question, Circumstances circumstances) {
        int number = questions.size();
        questions.add(question);
        alike.computeIfAbsent(circumstances, key -> new int[]{number, number})[1] = number;
    }

    private void addTable(Table table) {
        columns = new Circumstances.Table(table.name().name(), table.columns());
        for (Column column : table.columns()) {
            if (column.options().isLocal() && isNative(column.type())) {
                String spelling = spelling(column.type());
                add(
                        Question.type(table.name(), column.name(), spelling, column.type()),
                        Circumstances.of(Question.Place.TYPE, spelling, "", column.type()));
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
        for (Constraint.Exclusion exclusion : table.constraints(Constraint.Exclusion.class)) {
            addIndex(table, exclusion.name(), exclusion.keys(), exclusion.predicate());
        }
        for (Index index : table.indexes()) {
            addIndex(table, index.name(), index.keys(), index.predicate());
        }
        for (Trigger trigger : table.triggers()) {
            addTrigger(table, trigger);
        }
        if (table.options().partitioning() != null) {
            addKeys(table, Question.Place.PARTITION_KEY, "", table.options().partitioning().keys());
        }
        for (Policy policy : table.rowSecurity().policies()) {
            addPolicy(table, policy);
        }
    }

    private void addStatistics(Table table, Statistics statistics) {
        statistics.expressions()
                .forEach(expression -> add(table, Question.Place.STATISTICS, statistics.name().name(), expression));
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
        Question question;
        if (value instanceof Expression.StringLiteral
                && column.type() instanceof ColumnType.Named named && isOfEachHome(named.name(), table)) {
            question = new Question(
                    table.name(),
                    Question.Place.DEFAULT,
                    column.name(),
                    SqlText.expression(value),
                    value,
                    null,
                    SqlText.word(named.name().name()));
        } else {
            question = Question.expression(
                    table.name(), Question.Place.DEFAULT, column.name(), defaultText(value, column.type()), value);
        }
        add(question, Circumstances.of(Question.Place.DEFAULT, question.text(), "", column.type()));
    }

    /** The type of the column is known to the server alone, so no other question is taken for alike. */
    private void addDefault(View view, ColumnDefault value) {
        if (!(value.value() instanceof Expression.NextValue)) {
            String text = SqlText.expression(value.value());
            ColumnType unknown = new ColumnType.Native(view.name() + "." + value.column());
            add(
                    Question.expression(view.name(), Question.Place.DEFAULT, value.column(), text, value.value()),
                    Circumstances.of(Question.Place.DEFAULT, text, "", unknown));
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
        String text = SqlText.expression(expression);
        add(Question.expression(table.name(), place, name, text, expression), columns.of(place, text, ""));
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
