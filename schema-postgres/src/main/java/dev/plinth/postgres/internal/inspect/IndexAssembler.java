package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Turns a row of pg_index, which speaks in attribute numbers and option bits, into an index of the model. */
final class IndexAssembler {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final Map<Integer, ColumnQuery.Row> columns;

    /** @param columns the columns of the table by attribute number */
    IndexAssembler(Map<Integer, ColumnQuery.Row> columns) {
        this.columns = columns;
    }

    Live<Index> assemble(IndexQuery.Row row) {
        List<IndexKey> keys = new ArrayList<>();
        Iterator<String> expressions = row.expressions().iterator();
        for (int place = 0; place < row.keyCount(); place++) {
            int number = row.columns().get(place);
            keys.add(key(number == 0 ? expression(expressions.next()) : column(number), options(row, place)));
        }
        List<String> include = row.columns().stream()
                .skip(row.keyCount())
                .map(this::columnName)
                .toList();
        Expression.Sql predicate = row.predicate() == null ? null
                : new Expression.Sql(Parentheses.strip(row.predicate()));
        Index index = new Index(row.name(), keys, new IndexMethod(row.method()), row.unique(), include, predicate,
                null);
        Live.State state = row.usable() ? Live.State.USABLE : Live.State.INVALID_INDEX;
        return new Live<>(index, state, unmodelled(row));
    }

    private IndexKey.Target column(int number) {
        return new IndexKey.Target.OfColumn(columnName(number));
    }

    private String columnName(int number) {
        ColumnQuery.Row column = columns.get(number);
        return column == null
                ? "system column " + number
                : column.column().object().name();
    }

    private static IndexKey.Target expression(String text) {
        return new IndexKey.Target.OfExpression(new Expression.Sql(Parentheses.strip(text)));
    }

    private static int options(IndexQuery.Row row, int place) {
        return place < row.options().size() ? row.options().get(place) : 0;
    }

    private static IndexKey key(IndexKey.Target target, int options) {
        return new IndexKey(
                target,
                (options & DESCENDING) != 0 ? IndexKey.Direction.DESC : IndexKey.Direction.ASC,
                (options & NULLS_FIRST) != 0 ? IndexKey.NullsOrder.FIRST : IndexKey.NullsOrder.LAST);
    }

    private List<String> unmodelled(IndexQuery.Row row) {
        List<String> phrases = new ArrayList<>(row.unmodelled());
        for (int place = 0; place < row.collations().size(); place++) {
            ColumnQuery.Row column = columns.get(row.columns().get(place));
            if (column != null && column.collation() != row.collations().get(place)
                    && row.collations().get(place) != 0) {
                phrases.add("COLLATE of its own on " + column.column().object().name());
            }
        }
        return phrases;
    }
}
