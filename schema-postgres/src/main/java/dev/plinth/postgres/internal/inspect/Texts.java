package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.naming.QualifiedNames;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lists that travel as text: {@code 1,2,3} is cheaper to read than an array object of the driver. */
final class Texts {

    private Texts() {}

    static List<Integer> integers(@Nullable String text) {
        return longs(text).stream().map(Math::toIntExact).toList();
    }

    static List<Long> longs(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    /** A qualified name; null for none. */
    static @Nullable QualifiedName name(@Nullable String text) {
        return text == null ? null : QualifiedNames.read(text).orElseThrow();
    }

    /** A {@code text[]} column; a null is an empty list. */
    static List<String> strings(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
