package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
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
        EXCLUSION("exclusion constraint"),
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
                    case PrimaryKey key -> Stream.of(ofKey(Kind.PRIMARY_KEY, key, key.columns()));
                    case Unique key -> Stream.of(ofKey(Kind.UNIQUE, key, key.columns()));
                    case Exclusion exclusion -> Stream.of(ofExclusion(exclusion));
                    case ForeignKey key -> Stream.of(new ColumnList(Kind.FOREIGN_KEY, key.name(), key.columns()));
                    case Check check ->
                        check.condition() instanceof OneOf oneOf
                                ? Stream.of(new ColumnList(Kind.CHECK, check.name(), List.of(oneOf.column())))
                                : Stream.<ColumnList>empty();
                }),
                table.indexes().stream().map(ColumnList::of));
    }

    private static ColumnList ofKey(Kind kind, Constraint.Key key, List<String> columns) {
        return new ColumnList(
                kind, key.name(), Stream.concat(columns.stream(), key.options().include().stream()).toList());
    }

    private static ColumnList ofExclusion(Exclusion exclusion) {
        return ofKeys(Kind.EXCLUSION, exclusion.name(), exclusion.keys(), exclusion.options().include());
    }

    private static ColumnList of(Index index) {
        return ofKeys(Kind.INDEX, index.name(), index.keys(), index.include());
    }

    private static ColumnList ofKeys(Kind kind, String name, List<IndexKey> keys, List<String> include) {
        Stream<String> columns = keys.stream().flatMap(key -> switch (key.target()) {
            case Target.OfColumn column -> Stream.of(column.name());
            case Target.OfExpression expression -> Stream.empty();
        });
        return new ColumnList(
                kind, name, Stream.concat(columns, include.stream()).toList(), keys.size() + include.size());
    }
}
