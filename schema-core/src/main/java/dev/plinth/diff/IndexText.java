package dev.plinth.diff;

import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import java.util.stream.Collectors;

/** The parts of an index as a person reads them in a message. */
final class IndexText {

    private IndexText() {}

    static String keys(Index index) {
        return index.keys().stream().map(IndexText::key).collect(Collectors.joining(", ", "(", ")"));
    }

    static String include(Index index) {
        return index.include().isEmpty() ? "" : "(" + String.join(", ", index.include()) + ")";
    }

    static String predicate(Index index) {
        return index.predicate() == null ? "" : "WHERE " + ExpressionText.of(index.predicate());
    }

    /** Order of nulls is only said where it is not the usual one for the direction. */
    private static String key(IndexKey key) {
        String target = switch (key.target()) {
            case IndexKey.Target.OfColumn column -> column.name();
            case IndexKey.Target.OfExpression expression -> ExpressionText.of(expression.expression());
        };
        boolean descending = key.direction() == IndexKey.Direction.DESC;
        IndexKey.NullsOrder usual = descending ? IndexKey.NullsOrder.FIRST : IndexKey.NullsOrder.LAST;
        return target + (descending ? " DESC" : "") + (key.nulls() == usual ? "" : " NULLS " + key.nulls());
    }
}
