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
import java.util.ArrayList;
import java.util.List;

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
    static List<ColumnList> of(Table table) {
        List<ColumnList> lists = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case PrimaryKey key -> lists.add(ofKey(Kind.PRIMARY_KEY, key, key.columns()));
                case Unique key -> lists.add(ofKey(Kind.UNIQUE, key, key.columns()));
                case Exclusion exclusion -> lists.add(ofExclusion(exclusion));
                case ForeignKey key -> lists.add(new ColumnList(Kind.FOREIGN_KEY, key.name(), key.columns()));
                case Check check -> {
                    if (check.condition() instanceof OneOf oneOf) {
                        lists.add(new ColumnList(Kind.CHECK, check.name(), List.of(oneOf.column())));
                    }
                }
            }
        }
        for (Index index : table.indexes()) {
            lists.add(ofKeys(Kind.INDEX, index.name(), index.keys(), index.include()));
        }
        return lists;
    }

    private static ColumnList ofKey(Kind kind, Constraint.Key key, List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(key.options().include());
        return new ColumnList(kind, key.name(), all);
    }

    private static ColumnList ofExclusion(Exclusion exclusion) {
        return ofKeys(Kind.EXCLUSION, exclusion.name(), exclusion.keys(), exclusion.options().include());
    }

    private static ColumnList ofKeys(Kind kind, String name, List<IndexKey> keys, List<String> include) {
        List<String> columns = new ArrayList<>();
        for (IndexKey key : keys) {
            if (key.target() instanceof Target.OfColumn column) {
                columns.add(column.name());
            }
        }
        columns.addAll(include);
        return new ColumnList(kind, name, columns, keys.size() + include.size());
    }
}
