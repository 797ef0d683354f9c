package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that a constraint or an index of a table names.
 *
 * @param kind in words
 * @param length how many keys it has, expressions and included columns counted
 */
record ColumnList(Kind kind, String name, List<String> columns, int length) {

    /** What names the columns. */
    enum Kind {
        PRIMARY_KEY("primary key"),
        UNIQUE("unique constraint"),
        FOREIGN_KEY("foreign key"),
        CHECK("check constraint"),
        INDEX("index");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private ColumnList(Kind kind, String name, List<String> columns) {
        this(kind, name, columns, columns.size());
    }

    /** Every list of a table: constraints, then indexes. */
    static Stream<ColumnList> of(Table table) {
        return Stream.concat(
                table.constraints().stream().flatMap(constraint -> switch (constraint) {
                    case PrimaryKey key -> Stream.of(new ColumnList(Kind.PRIMARY_KEY, key.name(), key.columns()));
                    case Unique key -> Stream.of(new ColumnList(Kind.UNIQUE, key.name(), key.columns()));
                    case ForeignKey key -> Stream.of(new ColumnList(Kind.FOREIGN_KEY, key.name(), key.columns()));
                    case Check check ->
                        check.condition() instanceof OneOf oneOf
                                ? Stream.of(new ColumnList(Kind.CHECK, check.name(), List.of(oneOf.column())))
                                : Stream.<ColumnList>empty();
                }),
                table.indexes().stream().map(ColumnList::of));
    }

    private static ColumnList of(Index index) {
        Stream<String> keys = index.keys().stream().flatMap(key -> switch (key.target()) {
            case Target.OfColumn column -> Stream.of(column.name());
            case Target.OfExpression expression -> Stream.empty();
        });
        List<String> columns = Stream.concat(keys, index.include().stream()).toList();
        return new ColumnList(
                Kind.INDEX, index.name(), columns, index.keys().size() + index.include().size());
    }
}
