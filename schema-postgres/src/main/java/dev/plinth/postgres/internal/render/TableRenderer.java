package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
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
    private final TableOptionsRenderer options;

    TableRenderer(
            RenderContext context, ColumnRenderer columns, ConstraintRenderer constraints, KeyRenderer keys) {
        this.context = context;
        this.columns = columns;
        this.constraints = constraints;
        this.options = new TableOptionsRenderer(keys);
    }

    List<QueryPart> create(Table table, RenderMode mode) {
        List<Column> own = table.columns().stream().filter(column -> column.options().isLocal()).toList();
        List<QueryPart> statements = new ArrayList<>();
        own.forEach(column -> statements.addAll(columns.before(table.name(), column, mode)));
        statements.add(statement(table, mode));
        own.forEach(column -> statements.addAll(columns.after(table.name(), column)));
        statements.addAll(TableOptionsRenderer.marks(table));
        return statements;
    }

    private QueryPart statement(Table table, RenderMode mode) {
        TableOptions options = table.options();
        List<Line> lines = lines(table);
        boolean isBare = options.partitionOf() != null && lines.isEmpty();
        return DSL.query(
                "CREATE {0}TABLE {1}{2}{3}{4}{5}",
                Parts.raw(options.unlogged() ? "UNLOGGED " : ""),
                Parts.raw(mode == RenderMode.RERUNNABLE ? "IF NOT EXISTS " : ""),
                Parts.name(table.name()),
                Parts.raw(TableOptionsRenderer.partitionOf(options.partitionOf())),
                isBare ? Parts.raw("") : DSL.sql(" ({0})", block(lines)),
                this.options.behind(options));
    }

    private List<Line> lines(Table table) {
        List<Line> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            switch (column.options().origin()) {
                case LOCAL -> lines.add(new Line(columns.definition(table.name(), column), column.description()));
                case REFINED -> lines.add(new Line(ColumnRenderer.refinement(column), column.description()));
                case INHERITED -> {}
            }
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
