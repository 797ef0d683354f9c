package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a row of pg_index, which speaks in attribute numbers, oids and option bits, into an index of the model. */
final class IndexAssembler {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;
    private static final long DEFAULT_COLLATION = 100;

    private final NumberedColumns columns;
    private final Map<Long, OperatorClassQuery.Row> classes;

    /** @param columns those of the table */
    IndexAssembler(NumberedColumns columns, Map<Long, OperatorClassQuery.Row> classes) {
        this.columns = columns;
        this.classes = classes;
    }

    Live<Index> assemble(IndexQuery.Row row) {
        List<String> include =
                columns.names(row.columns().subList(row.keyCount(), row.columns().size()));
        Expression.Sql predicate = row.predicate() == null ? null
                : new Expression.Sql(Parentheses.strip(row.predicate()));
        Index index = new Index(
                row.name(),
                keys(row),
                row.method(),
                row.unique(),
                row.nullsNotDistinct(),
                include,
                row.parameters(),
                predicate,
                null);
        return new Live<>(index, row.state(), row.unmodelled());
    }

    List<IndexKey> keys(IndexQuery.Row row) {
        List<IndexKey> keys = new ArrayList<>();
        Iterator<String> expressions = row.expressions().iterator();
        KeyCollations written = new KeyCollations(row.definition());
        for (int place = 0; place < row.keyCount(); place++) {
            int number = row.columns().get(place);
            String expression = number == 0 ? expressions.next() : null;
            int options = place < row.options().size() ? row.options().get(place) : 0;
            keys.add(new IndexKey(
                    target(number, expression),
                    expression == null ? collation(row, place, number) : written.behind(expression, row, place),
                    operatorClass(row, place),
                    (options & DESCENDING) != 0 ? Direction.DESC : Direction.ASC,
                    (options & NULLS_FIRST) != 0 ? NullsOrder.FIRST : NullsOrder.LAST));
        }
        return keys;
    }

    private IndexKey.Target target(int number, @Nullable String expression) {
        return expression == null
                ? new IndexKey.Target.OfColumn(columns.name(number))
                : new IndexKey.Target.OfExpression(new Expression.Sql(Parentheses.strip(expression)));
    }

    private @Nullable QualifiedName collation(IndexQuery.Row row, int place, int number) {
        long collation = row.collations().get(place);
        ColumnQuery.Row column = columns.column(number);
        return collation == 0 || column == null || column.collation() == collation ? null : name(row, place);
    }

    /** The name of the collation of a key. */
    static QualifiedName name(IndexQuery.Row row, int place) {
        return row.collations().get(place) == DEFAULT_COLLATION
                ? new QualifiedName("pg_catalog", "default")
                : row.collationNames().get(place);
    }

    /** The default operator class of the type is only worth a word where it has parameters. */
    private @Nullable OperatorClass operatorClass(IndexQuery.Row row, int place) {
        StorageParameters parameters = row.classParameters().getOrDefault(place + 1, StorageParameters.NONE);
        OperatorClassQuery.Row found = classes.get(row.classes().get(place));
        if (found == null || found.isDefault() && parameters.isEmpty()) {
            return null;
        }
        return new OperatorClass(found.operatorClass().source(), found.operatorClass().name(), parameters);
    }
}
