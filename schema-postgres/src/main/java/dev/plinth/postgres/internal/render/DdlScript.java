package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.OnTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.SqlAdditions;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import dev.plinth.plan.Cycles;
import dev.plinth.plan.SqlOrder;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole schema as a script for people and for psql: what tables need, then a section a table, then the foreign keys
 * that have to wait for other tables.
 */
public final class DdlScript {

    private final RenderContext context;
    private final RenderMode mode;
    private final SqlRenderer renderer;
    private final Cycles cycles;
    private final StringBuilder script = new StringBuilder();

    private DdlScript(RenderContext context, RenderMode mode, Cycles cycles) {
        this.context = context.withComments();
        this.mode = mode;
        this.renderer = new SqlRenderer(this.context);
        this.cycles = cycles;
    }

    /** The script that builds everything; {@code introduction} says in its head what it guarantees. */
    public static String of(Schema schema, String introduction, RenderMode mode, RenderContext context) {
        SqlOrder.Ordered ordered = SqlOrder.withCycles(SqlAdditions.everything(schema));
        DdlScript script = new DdlScript(
                context.withDeclared(schema.extensions()), mode, Cycles.of(ordered.cycles(), schema));
        script.head(schema, introduction);
        script.body(ordered.changes());
        return script.script.toString();
    }

    private void head(Schema schema, String introduction) {
        comment("Schema " + schema.name() + " for PostgreSQL.");
        if (schema.description() != null) {
            comment(schema.description());
        }
        script.append("--\n");
        comment(introduction);
        script.append("\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n");
        script.append("SET search_path = ").append(searchPath(schema)).append(";\n");
    }

    /** Built-in names, then operators and casts of extensions inside of expressions, temporary tables last of all. */
    private String searchPath(Schema schema) {
        Stream<String> extensions = schema.extensions().stream().map(Extension::name).map(context::namespaceOf);
        return Stream.of(Stream.of("pg_catalog"), extensions.distinct().map(SqlText::identifier), Stream.of("pg_temp"))
                .flatMap(names -> names).collect(Collectors.joining(", "));
    }

    private void body(List<SqlChange> ordered) {
        Map<QualifiedName, List<SqlChange>> parts = new HashMap<>();
        for (SqlChange change : others(ordered, parts)) {
            statement(change);
            if (change instanceof CreateTable created) {
                parts.getOrDefault(created.table().name(), List.of()).forEach(this::statement);
            } else if (change instanceof CreateObject created && created.object() instanceof NamedQuery view) {
                parts.getOrDefault(view.name(), List.of()).forEach(this::statement);
            }
        }
    }

    /** What is no part of a section. So is a part that speaks of a function which the sections themselves come before. */
    private List<SqlChange> others(List<SqlChange> ordered, Map<QualifiedName, List<SqlChange>> parts) {
        List<SqlChange> others = new ArrayList<>();
        List<String> late = new ArrayList<>();
        boolean hasSections = false;
        for (SqlChange change : ordered) {
            if (isPartOfSection(change) && !speaksOf(late, change)) {
                parts.computeIfAbsent(table(change), table -> new ArrayList<>()).add(change);
                continue;
            }
            others.add(change);
            hasSections = hasSections || change instanceof CreateTable;
            if (hasSections && change instanceof CreateObject created
                    && created.object() instanceof Function function) {
                late.add(function.name().name());
            }
        }
        return others;
    }

    private boolean speaksOf(List<String> functions, SqlChange change) {
        if (functions.isEmpty()) {
            return false;
        }
        String text = String.join("\n", renderer.statements(change, mode));
        return functions.stream().anyMatch(text::contains);
    }

    /** Not a rule: what its commands name stands in sections to come. */
    private static boolean isPartOfSection(SqlChange change) {
        return change instanceof CreateIndex || change instanceof CreateTrigger;
    }

    private static QualifiedName table(SqlChange change) {
        return ((OnTable) change).table();
    }

    private void statement(SqlChange change) {
        script.append('\n');
        if (change instanceof CreateTable created) {
            comment(heading(created.table()));
        } else if (description(change) != null) {
            comment(description(change));
        }
        String cycle = cycles.certain(change);
        if (!cycle.isEmpty()) {
            comment(cycle);
        }
        renderer.statements(change, mode).forEach(statement -> script.append(statement).append(";\n"));
    }

    private static String heading(Table table) {
        String title = "Table " + table.name().display();
        return table.description() == null ? title : title + ": " + table.description();
    }

    private static @Nullable String description(SqlChange change) {
        if (change instanceof CreateObject created) {
            return created.object().description();
        } else if (change instanceof CreateIndex created) {
            return created.index().description();
        }
        if (change instanceof CreateRule created) {
            return created.rule().description();
        }
        return change instanceof CreateTrigger created ? created.trigger().description() : null;
    }

    private void comment(@Nullable String text) {
        if (text != null) {
            script.append(Comments.lines(text)).append('\n');
        }
    }
}
