package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.SqlText;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Columns: {@code "name" type [DEFAULT value] [NOT NULL]}, the order of pg_dump. */
final class ColumnRenderer {

    private final TypeRenderer types;

    ColumnRenderer(TypeRenderer types) {
        this.types = types;
    }

    QueryPart definition(Column column) {
        Expression value = column.defaultValue();
        return DSL.sql(
                "{0} {1}{2}{3}",
                DSL.name(column.name()),
                Parts.raw(types.text(column.type())),
                Parts.raw(value == null ? "" : " DEFAULT " + SqlText.defaultValue(value)),
                Parts.raw(column.nullable() ? "" : " NOT NULL"));
    }

    QueryPart add(AddColumn added, RenderMode mode) {
        String template = mode == RenderMode.RERUNNABLE
                ? "ALTER TABLE {0} ADD COLUMN IF NOT EXISTS {1}"
                : "ALTER TABLE {0} ADD COLUMN {1}";
        return DSL.query(template, Parts.name(added.table()), definition(added.column()));
    }
}
