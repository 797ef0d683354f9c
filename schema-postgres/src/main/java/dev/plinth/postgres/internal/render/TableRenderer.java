package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TABLE, one column or constraint a line, each with its description behind it where comments are wanted.
 *
 * <p>A template, as jOOQ's CREATE TABLE knows columns by its own types only; see {@link TypeRenderer}.
 */
final class TableRenderer {

    /** A column or a constraint. */
    private record Line(QueryPart definition, @Nullable String description) {}

    private final RenderContext context;
    private final ColumnRenderer columns;
    private final ConstraintRenderer constraints;

    TableRenderer(RenderContext context, ColumnRenderer columns, ConstraintRenderer constraints) {
        this.context = context;
        this.columns = columns;
        this.constraints = constraints;
    }

    List<QueryPart> create(Table table, RenderMode mode) {
        List<QueryPart> statements = new ArrayList<>();
        table.columns().forEach(column -> statements.addAll(columns.before(table.name(), column, mode)));
        statements.add(statement(table, mode));
        table.columns().forEach(column -> statements.addAll(columns.after(table.name(), column)));
        return statements;
    }

    private QueryPart statement(Table table, RenderMode mode) {
        String template = mode == RenderMode.RERUNNABLE ? "CREATE TABLE IF NOT EXISTS {0} ({1})"
                : "CREATE TABLE {0} ({1})";
        return DSL.query(template, Parts.name(table.name()), block(lines(table)));
    }

    private List<Line> lines(Table table) {
        List<Line> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(new Line(columns.definition(table.name(), column), column.description()));
        }
        for (Constraint constraint : table.constraints()) {
            lines.add(new Line(constraints.definition(constraint), constraint.description()));
        }
        return lines;
    }

    private QueryPart block(List<Line> lines) {
        return CustomQueryPart.of(sql -> {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                sql.sql("\n  ", true).visit(line.definition);
                sql.sql(i < lines.size() - 1 ? "," : "", true).sql(comment(line.description), true);
            }
            sql.sql(lines.isEmpty() ? "" : "\n", true);
        });
    }

    private String comment(@Nullable String description) {
        return context.comments() && description != null
                ? " -- " + Comments.oneLine(description)
                : "";
    }
}
