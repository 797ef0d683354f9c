package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two indexes of one definition, or an index beside a key of the same columns: paid for twice, used once. */
final class DuplicateIndex implements PartsRule {

    /** What an index is apart from its name. Uniqueness is left out: the unique one serves both purposes. */
    private record Definition(
            List<IndexKey> keys, IndexMethod method, List<String> include, @Nullable Expression predicate) {}

    @Override
    public Stream<Problem> check(Table table) {
        Map<Definition, String> first = new HashMap<>();
        for (Constraint constraint : table.constraints()) {
            Optional<List<String>> columns = columns(constraint);
            if (columns.isPresent()) {
                first.putIfAbsent(definition(columns.get()), constraint.name());
            }
        }
        List<Problem> problems = new ArrayList<>();
        for (Index index : table.indexes()) {
            String twin = first.putIfAbsent(definition(index), index.name());
            if (twin != null) {
                problems.add(duplicate(table, index, twin));
            }
        }
        return problems.stream();
    }

    private Problem duplicate(Table table, Index index, String twin) {
        return warning(
                TableRule.part(table, index.name()), "indexes the same as " + twin + ", at the same cost", "Drop one.");
    }

    private static Definition definition(Index index) {
        return new Definition(index.keys(), index.method(), index.include(), index.predicate());
    }

    private static Definition definition(List<String> columns) {
        List<IndexKey> keys = new ArrayList<>();
        for (String column : columns) {
            keys.add(IndexKey.ascending(column));
        }
        return new Definition(keys, IndexMethod.BTREE, List.of(), null);
    }

    private static Optional<List<String>> columns(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> Optional.of(key.columns());
            case Unique key -> Optional.of(key.columns());
            case Constraint.Exclusion exclusion -> Optional.empty();
            case Constraint.ForeignKey key -> Optional.empty();
            case Constraint.Check check -> Optional.empty();
        };
    }
}
