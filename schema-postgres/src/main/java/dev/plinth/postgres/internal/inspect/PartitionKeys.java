package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a partitioned table as the catalogs have them.
 *
 * @param columns attribute numbers; 0 stands for the next expression
 * @param classes operator class oids
 * @param collations qualified names; null where it is that of the column, or the default one
 */
record PartitionKeys(
        Partitioning.Strategy strategy,
        List<Integer> columns,
        List<Long> classes,
        List<String> expressions,
        List<@Nullable QualifiedName> collations) {

    /** From strategy, columns, operator classes and expressions, then a collation for each key. */
    static PartitionKeys read(List<String> parts) {
        List<@Nullable QualifiedName> collations = new ArrayList<>();
        parts.subList(4, parts.size())
                .forEach(text -> collations.add(QualifiedName.read(String.valueOf(text)).orElse(null)));
        String expressions = parts.get(3);
        return new PartitionKeys(
                switch (parts.get(0)) {
                    case "r" -> Partitioning.Strategy.RANGE;
                    case "l" -> Partitioning.Strategy.LIST;
                    case "h" -> Partitioning.Strategy.HASH;
                    default -> throw new IllegalStateException("unexpected partitioning " + parts.get(0));
                },
                Texts.integers(parts.get(1)),
                Texts.longs(parts.get(2)),
                expressions == null ? List.of() : Parentheses.split(expressions),
                collations);
    }

    Partitioning assemble(NumberedColumns table, Map<Long, OperatorClassQuery.Row> known) {
        List<IndexKey> keys = new ArrayList<>();
        Iterator<String> texts = expressions.iterator();
        for (int place = 0; place < columns.size(); place++) {
            int number = columns.get(place);
            IndexKey.Target target = number == 0
                    ? new IndexKey.Target.OfExpression(new Expression.Sql(Parentheses.strip(texts.next())))
                    : new IndexKey.Target.OfColumn(table.name(number));
            OperatorClassQuery.Row found = known.get(classes.get(place));
            OperatorClass own = found == null || found.isDefault() ? null : found.operatorClass();
            keys.add(new IndexKey(
                    target, collations.get(place), own, IndexKey.Direction.ASC, IndexKey.NullsOrder.LAST));
        }
        return new Partitioning(strategy, keys, List.of());
    }
}
