package dev.plinth.dsl;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnOptions.Origin;
import dev.plinth.model.sql.StorageParameters;
import org.jspecify.annotations.Nullable;

/** Where a column comes from and how it is stored, while the lambda of its table runs. */
final class ColumnOptionsDraft {

    private final TableDraft table;
    private final String column;
    private Origin origin = Origin.LOCAL;
    private ColumnOptions.@Nullable Storage storage;
    private @Nullable String compression;
    private @Nullable Integer statistics;
    private StorageParameters parameters = StorageParameters.NONE;

    /** The same column of the table above. */
    @Nullable
    Column inherited;

    ColumnOptionsDraft(TableDraft table, String column) {
        this.table = table;
        this.column = column;
    }

    void inherit(Column from) {
        inherited = from;
        origin = Origin.INHERITED;
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

    private void requireLocal(String word, @Nullable Object earlier) {
        table.requireOpen();
        if (isInherited()) {
            throw table.refusal(column, "is inherited, and so is how it is stored", "Say it where it is declared.");
        }
        if (earlier != null) {
            throw table.refusal(column, word + " was already said", "Say it once.");
        }
    }

    ColumnOptions toModel() {
        return new ColumnOptions(origin, storage, compression, statistics, parameters);
    }

    /** The column with what the table above says of it and it does not say itself. */
    Column merged(Column own) {
        if (inherited == null) {
            return own;
        }
        boolean ownValue = own.defaultValue() != null || own.generation() != null;
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
