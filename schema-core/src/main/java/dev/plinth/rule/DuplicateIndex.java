package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        table.constraints().forEach(it -> columns(it)
                .forEach(columns -> first.putIfAbsent(definition(columns), it.name())));
        return table.indexes().stream().flatMap(index -> {
            String twin = first.putIfAbsent(definition(index), index.name());
            return twin == null ? Stream.<Problem>empty() : Stream.of(duplicate(table, index, twin));
        });
    }

    private Problem duplicate(Table table, Index index, String twin) {
        return warning(
                TableRule.part(table, index.name()), "indexes the same as " + twin + ", at the same cost", "Drop one.");
    }

    private static Definition definition(Index index) {
        return new Definition(index.keys(), index.method(), index.include(), index.predicate());
    }

    private static Definition definition(List<String> columns) {
        List<IndexKey> keys = columns.stream().map(IndexKey::ascending).toList();
        return new Definition(keys, IndexMethod.BTREE, List.of(), null);
    }

    private static Stream<List<String>> columns(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> Stream.of(key.columns());
            case Unique key -> Stream.of(key.columns());
            case Constraint.Exclusion exclusion -> Stream.empty();
            case Constraint.ForeignKey key -> Stream.empty();
            case Constraint.Check check -> Stream.empty();
        };
    }
}
