package dev.plinth.postgres.internal.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table, for what speaks of them in attribute numbers: keys and indexes.
 *
 * @param rows in the order of their numbers, which has gaps where columns were dropped
 */
record NumberedColumns(List<ColumnQuery.Row> rows) {

    static final NumberedColumns NONE = new NumberedColumns(List.of());

    /** @param rows in any order */
    static NumberedColumns of(List<ColumnQuery.Row> rows) {
        List<ColumnQuery.Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(ColumnQuery.Row::number));
        return new NumberedColumns(sorted);
    }

    /** Null for a system column. */
    ColumnQuery.@Nullable Row column(int number) {
        if (number > 0 && number <= rows.size() && rows.get(number - 1).number() == number) {
            return rows.get(number - 1);
        }
        for (ColumnQuery.Row row : rows) {
            if (row.number() == number) {
                return row;
            }
        }
        return null;
    }

    String name(int number) {
        ColumnQuery.Row column = column(number);
        return column == null ? "system column " + number : column.column().object().name();
    }

    List<String> names(List<Integer> numbers) {
        List<String> names = new ArrayList<>(numbers.size());
        for (int number : numbers) {
            names.add(name(number));
        }
        return names;
    }
}
