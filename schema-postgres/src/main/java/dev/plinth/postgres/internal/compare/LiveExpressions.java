package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Trigger;
import dev.plinth.postgres.internal.compare.Question.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of all expressions of a live table. */
final class LiveExpressions {

    /** @param name the column, constraint, index, trigger or policy that it belongs to */
    private record Text(String name, String text) {}

    private final Map<Place, List<Text>> places = new EnumMap<>(Place.class);

    LiveExpressions(LiveTable table, List<Statistics> statistics) {
        for (Live<Column> column : table.columns()) {
            addColumn(column.object());
        }
        for (Live<Constraint> constraint : table.constraints()) {
            addConstraint(constraint.object());
        }
        for (Live<Index> index : table.indexes()) {
            addIndex(index.object().name(), index.object().keys(), index.object().predicate());
        }
        if (table.options().partitioning() != null) {
            addKeys(Place.PARTITION_KEY, "", table.options().partitioning().keys());
        }
        for (Live<Trigger> trigger : table.triggers()) {
            add(Place.WHEN, trigger.object().name(), trigger.object().condition());
        }
        for (Statistics one : statistics) {
            for (Expression expression : one.expressions()) {
                add(Place.STATISTICS, one.name().name(), expression);
            }
        }
        for (Policy policy : table.rowSecurity().policies()) {
            add(Place.USING, policy.name(), policy.using());
            add(Place.WITH_CHECK, policy.name(), policy.withCheck());
        }
    }

    /** Whether anything of the table has this text. */
    boolean contains(String text) {
        for (List<Text> texts : places.values()) {
            for (Text one : texts) {
                if (one.text.equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The texts that a question is about, by the rules of {@link Spellings}. */
    List<String> at(Place place, String name) {
        List<Text> all = places.getOrDefault(place, List.of());
        return switch (place) {
            case DEFAULT, GENERATED, STATISTICS -> named(all, name);
            case CHECK, USING, WITH_CHECK -> {
                List<String> namesakes = named(all, name);
                yield namesakes.isEmpty() ? texts(all) : namesakes;
            }
            case PREDICATE, INDEX_KEY, WHEN -> texts(all);
            case PARTITION_KEY -> all.size() == 1 ? texts(all) : List.of();
            case TYPE -> List.of();
        };
    }

    private static List<String> named(List<Text> texts, String name) {
        List<String> named = new ArrayList<>(1);
        for (Text text : texts) {
            if (text.name.equals(name)) {
                named.add(text.text);
            }
        }
        return named;
    }

    private static List<String> texts(List<Text> texts) {
        List<String> all = new ArrayList<>(texts.size());
        for (Text text : texts) {
            all.add(text.text);
        }
        return all;
    }

    private void addColumn(Column column) {
        add(Place.DEFAULT, column.name(), column.defaultValue());
        if (column.generation() instanceof Generation.Computed computed) {
            add(Place.GENERATED, column.name(), computed.expression());
        }
    }

    private void addConstraint(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            add(Place.CHECK, check.name(), check.condition());
        } else if (constraint instanceof Constraint.Exclusion exclusion) {
            addIndex(exclusion.name(), exclusion.keys(), exclusion.predicate());
        }
    }

    private void addIndex(String name, List<IndexKey> keys, @Nullable Expression predicate) {
        add(Place.PREDICATE, name, predicate);
        addKeys(Place.INDEX_KEY, name, keys);
    }

    private void addKeys(Place place, String name, List<IndexKey> keys) {
        for (IndexKey key : keys) {
            if (key.target() instanceof IndexKey.Target.OfExpression target) {
                add(place, name, target.expression());
            }
        }
    }

    private void add(Place place, String name, @Nullable Expression expression) {
        if (expression instanceof Expression.Sql sql) {
            places.computeIfAbsent(place, key -> new ArrayList<>()).add(new Text(name, sql.text()));
        }
    }
}
