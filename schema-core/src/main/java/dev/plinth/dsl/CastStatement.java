package dev.plinth.dsl;

import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE CAST (source AS target); go on with how. */
public final class CastStatement {

    private final ColumnType source;
    private final ColumnType target;

    CastStatement(ColumnType source, ColumnType target) {
        this.source = source;
        this.target = target;
    }

    /** WITH FUNCTION, which has to be listed in {@code schema(...)}. */
    public Cast withFunction(Function function) {
        return cast(Cast.Method.FUNCTION, ObjectName.of(function));
    }

    /** WITHOUT FUNCTION: both types have the same bytes. Only superusers can create it. */
    public Cast withoutFunction() {
        return cast(Cast.Method.BINARY, null);
    }

    /** WITH INOUT: through text. */
    public Cast withInOut() {
        return cast(Cast.Method.INOUT, null);
    }

    private Cast cast(Cast.Method method, @Nullable ObjectName function) {
        return new Cast(source, target, method, function, Cast.Context.EXPLICIT, List.of(), null);
    }
}
