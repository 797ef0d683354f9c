package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lists that travel as text: {@code 1,2,3} is cheaper to read than an array object of the driver. */
final class Texts {

    private Texts() {}

    static List<Integer> integers(@Nullable String text) {
        List<Integer> numbers = new ArrayList<>(2);
        for (int begin = 0, end; text != null && begin < text.length(); begin = end + 1) {
            end = end(text, begin);
            numbers.add(Integer.parseInt(text, begin, end, 10));
        }
        return numbers;
    }

    static List<Long> longs(@Nullable String text) {
        List<Long> numbers = new ArrayList<>(2);
        for (int begin = 0, end; text != null && begin < text.length(); begin = end + 1) {
            end = end(text, begin);
            numbers.add(Long.parseLong(text, begin, end, 10));
        }
        return numbers;
    }

    private static int end(String text, int begin) {
        int comma = text.indexOf(',', begin);
        return comma < 0 ? text.length() : comma;
    }

    /** A qualified name; null for none. */
    static @Nullable QualifiedName name(@Nullable String text) {
        return text == null ? null : QualifiedName.read(text).orElseThrow();
    }

    /** A {@code text[]} column; a null is an empty list. */
    static List<String> strings(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
