package dev.plinth.plan;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Function;
import java.util.List;

/**
 * What should be there before an addition and need not be, so that circles can be broken: the targets of foreign keys, which
 * can be added later, and what an opaque body depends on, which nobody reads while {@code check_function_bodies} is off.
 */
final class Wishes {

    private Wishes() {}

    /** The tables that foreign keys point to; they are not among the {@link Needs} of the table. */
    static List<Need> ofForeignKeys(SqlChange change) {
        return change instanceof CreateTable created
                ? created.table().constraints(ForeignKey.class).stream()
                        .map(key -> Need.ofTable(key.target()))
                        .toList()
                : List.of();
    }

    /** What the text of a body speaks of, as its author says; each is among the {@link Needs} of the function, too. */
    static List<Need> ofOpaqueBody(SqlChange change) {
        return change instanceof CreateObject created && created.object() instanceof Function function
                && !function.body().isSql()
                        ? function.dependsOn().stream().<Need>map(Need.OfObject::new).toList()
                        : List.of();
    }
}
