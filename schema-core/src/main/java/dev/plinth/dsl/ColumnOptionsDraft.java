package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnOptions.Origin;
import dev.plinth.model.sql.StorageParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a column comes from and how it is stored, while the lambda of its table runs. */
final class ColumnOptionsDraft {

    private final TableDraft table;
    private final String column;
    private Origin origin = Origin.LOCAL;

    /** What the constraint NOT NULL is called; null for the name that PostgreSQL chooses. */
    @Nullable
    String notNullName;

    private ColumnOptions.@Nullable Storage storage;
    private @Nullable String compression;
    private @Nullable Integer statistics;
    private StorageParameters parameters = StorageParameters.NONE;

    /** The same column of the tables above, in their order. */
    List<Column> inherited = List.of();

    ColumnOptionsDraft(TableDraft table, String column) {
        this.table = table;
        this.column = column;
    }

    void inherit(Column from) {
        inherited = List.of(from);
        origin = Origin.INHERITED;
    }

    /** A column that is known already and that one more table above has. */
    void alsoInherit(Column from) {
        inherited = Stream.concat(inherited.stream(), Stream.of(from)).toList();
    }

    boolean isInherited() {
        return origin != Origin.LOCAL;
    }

    /** A partition may say something of its own of a column; what inherits otherwise has to declare it again. */
    void refine() {
        if (isInherited() && !table.options.isPartition()) {
            throw table.refusal(
                    column, "is inherited", "Declare it again with its type: t.column(\"" + column + "\", ...).");
        }
        origin = isInherited() ? Origin.REFINED : origin;
    }

    void storage(ColumnOptions.Storage wanted) {
        requireLocal("storage(...)", storage);
        storage = wanted;
    }

    void compression(String method) {
        requireLocal("compression(...)", compression);
        compression = method;
    }

    void statistics(int target) {
        requireLocal("statistics(...)", statistics);
        statistics = target;
    }

    void with(String parameter, String value) {
        requireLocal("", null);
        parameters = table.with("the column " + column, parameters, parameter, value);
    }

    /** The collation, unless there is one already. */
    QualifiedName collation(@Nullable QualifiedName earlier, QualifiedName wanted) {
        requireLocal("its collation");
        if (earlier != null) {
            throw table.refusal(column, "collation was already set to " + earlier.display(), "Say it once.");
        }
        return wanted;
    }

    private void requireLocal(String word, @Nullable Object earlier) {
        requireLocal("how it is stored");
        if (earlier != null) {
            throw table.refusal(column, word + " was already said", "Say it once.");
        }
    }

    /** Refuses to say of an inherited column what the table above says of it. */
    void requireLocal(String what) {
        table.requireOpen();
        if (isInherited()) {
            throw table.refusal(column, "is inherited, and so is " + what, "Say it where it is declared.");
        }
    }

    ColumnOptions toModel() {
        return new ColumnOptions(origin, notNullName, storage, compression, statistics, parameters);
    }

    /**
     * The column with what the tables above say of it and it does not say itself: NOT NULL where one of them says so, and
     * the default that those agree on that have one.
     */
    Column merged(Column own) {
        long values = inherited.stream()
                .filter(ColumnOptionsDraft::hasValue)
                .map(it -> Arrays.asList(it.defaultValue(), it.generation()))
                .distinct()
                .count();
        if (values > 1 && !hasValue(own)) {
            throw table.refusal(
                    column,
                    "inherits several defaults",
                    "Declare it again with one: t.column(\"" + column + "\", ...).defaultTo(...).");
        }
        Column merged = own;
        for (Column from : inherited) {
            merged = merged(merged, from);
        }
        return merged;
    }

    private static boolean hasValue(Column column) {
        return column.defaultValue() != null || column.generation() != null;
    }

    private static Column merged(Column own, Column inherited) {
        boolean ownValue = hasValue(own);
        return new Column(
                own.name(),
                own.type(),
                own.nullable() && inherited.nullable(),
                ownValue ? own.defaultValue() : inherited.defaultValue(),
                ownValue ? own.generation() : inherited.generation(),
                own.collation() == null ? inherited.collation() : own.collation(),
                own.options(),
                own.description());
    }
}
