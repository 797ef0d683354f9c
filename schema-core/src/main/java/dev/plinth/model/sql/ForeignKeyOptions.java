package dev.plinth.model.sql;

import java.util.List;

/**
 * What a foreign key may say besides its columns and actions.
 *
 * @param matchFull MATCH FULL: of several columns all are null or none is
 * @param onDeleteColumns the columns that SET NULL and SET DEFAULT on delete concern, where not all; since PostgreSQL 15
 * @param period whether the last column of either side is a PERIOD; since PostgreSQL 18
 */
public record ForeignKeyOptions(
        boolean matchFull, List<String> onDeleteColumns, boolean period, Deferral deferral, Enforcement enforcement) {

    /** Nothing is said. */
    public static final ForeignKeyOptions NONE =
            new ForeignKeyOptions(false, List.of(), false, Deferral.NOT_DEFERRABLE, Enforcement.ENFORCED);

    public ForeignKeyOptions {
        onDeleteColumns = List.copyOf(onDeleteColumns);
    }
}
