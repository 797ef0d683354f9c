package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddDefault;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.View;
import dev.plinth.model.sql.View.CheckOption;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Views. A template: jOOQ would parse the query, and has no word for the options. */
final class ViewRenderer {

    QueryPart create(View view) {
        return DSL.query(
                "CREATE VIEW {0}{1}{2} AS{3}{4}",
                Parts.name(view.name()),
                Parts.raw(columns(view)),
                Parts.raw(options(view.options())),
                Parts.raw(query(view)),
                Parts.raw(checkOption(view.options().checkOption())));
    }

    QueryPart create(MaterializedView view, RenderMode mode) {
        return DSL.query(
                mode == RenderMode.RERUNNABLE
                        ? "CREATE MATERIALIZED VIEW IF NOT EXISTS {0}{1}{2} AS{3}{4}"
                        : "CREATE MATERIALIZED VIEW {0}{1}{2} AS{3}{4}",
                Parts.name(view.name()),
                Parts.raw(columns(view)),
                Parts.raw(options(view.options())),
                Parts.raw(query(view)),
                Parts.raw(view.options().populated() ? "" : " WITH NO DATA"));
    }

    static QueryPart add(AddDefault added) {
        return DSL.query(
                "ALTER VIEW {0} ALTER COLUMN {1} SET DEFAULT {2}",
                Parts.name(added.table()),
                DSL.name(added.value().column()),
                Parts.raw(SqlText.defaultValue(added.value().value())));
    }

    /** The query that finds any default of the column, which is not to be replaced. */
    static String probe(AddDefault added) {
        return "SELECT FROM pg_catalog.pg_attribute WHERE attrelid = "
                + SqlText.literal(SqlText.qualified(added.table())) + "::pg_catalog.regclass AND attname = "
                + SqlText.literal(added.value().column()) + " AND atthasdef";
    }

    private static String options(MaterializedView.Options options) {
        String method = options.accessMethod();
        String tablespace = options.tablespace();
        return (method == null ? "" : " USING " + SqlText.identifier(method))
                + KeyRenderer.with(options.parameters())
                + (tablespace == null ? "" : " TABLESPACE " + SqlText.identifier(tablespace));
    }

    /** The query that finds a view by its name. */
    static String probe(QualifiedName name) {
        return "SELECT FROM pg_catalog.pg_class WHERE relname = " + SqlText.literal(name.name())
                + " AND relnamespace = " + SqlText.literal(SqlText.identifier(name.namespace()))
                + "::pg_catalog.regnamespace";
    }

    private static String columns(NamedQuery view) {
        return view.columns().isEmpty() ? "" : " (" + SqlText.identifiers(view.columns()) + ")";
    }

    private static String options(View.Options options) {
        List<String> words = new ArrayList<>();
        if (options.securityBarrier()) {
            words.add("security_barrier");
        }
        if (options.securityInvoker()) {
            words.add("security_invoker");
        }
        return words.isEmpty() ? "" : " WITH (" + String.join(", ", words) + ")";
    }

    /** A query of several lines begins on one of its own; nothing behind it is part of its last comment. */
    private static String query(NamedQuery view) {
        String text = view.query().strip();
        return (text.contains("\n") ? "\n" : " ") + text + (text.contains("--") ? "\n" : "");
    }

    private static String checkOption(CheckOption option) {
        return switch (option) {
            case NONE -> "";
            case LOCAL -> " WITH LOCAL CHECK OPTION";
            case CASCADED -> " WITH CASCADED CHECK OPTION";
        };
    }
}
