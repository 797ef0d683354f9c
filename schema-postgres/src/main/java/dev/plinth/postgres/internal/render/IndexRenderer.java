package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Indexes. A template, as jOOQ has no word for USING and CONCURRENTLY; what PostgreSQL does by default (btree,
 * ascending, nulls last) is left out.
 */
final class IndexRenderer {

    private final KeyRenderer keys;

    IndexRenderer(KeyRenderer keys) {
        this.keys = keys;
    }

    /** The index, then what its table says of it. */
    List<QueryPart> create(CreateIndex created, RenderMode mode) {
        return Stream.concat(
                Stream.of(statement(created, option(mode), "")),
                marks(created.table(), created.index(), created.marks()))
                .toList();
    }

    /** Without the partitions of the table. */
    QueryPart only(CreateIndex created) {
        return statement(created, "", "ONLY ");
    }

    QueryPart attach(QualifiedName whole, QualifiedName part) {
        return DSL.query("ALTER INDEX {0} ATTACH PARTITION {1}", Parts.name(whole), Parts.name(part));
    }

    Stream<QueryPart> marks(QualifiedName table, Index index, List<IndexMark> marks) {
        return marks.stream().map(mark -> TableOptionsRenderer.mark(table, index.name(), mark));
    }

    private QueryPart statement(CreateIndex created, String option, String only) {
        Index index = created.index();
        return DSL.query(
                "CREATE {0}INDEX {1}{2} ON {3}{4} {5}({6}){7}{8}{9}{10}",
                Parts.raw(index.unique() ? "UNIQUE " : ""),
                Parts.raw(option),
                DSL.name(index.name()),
                Parts.raw(only),
                Parts.name(created.table()),
                Parts.raw(using(index.method())),
                Parts.list(index.keys().stream().map(keys::key).toList()),
                Parts.raw(KeyRenderer.include(index.include())),
                Parts.raw(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : ""),
                Parts.raw(KeyRenderer.with(index.parameters())),
                Parts.raw(where(index.predicate())));
    }

    /** An index lives in the namespace of its table. */
    List<QueryPart> rebuild(RebuildIndex rebuilt) {
        QueryPart rebuild = DSL.query(
                "REINDEX INDEX CONCURRENTLY {0}",
                Parts.name(rebuilt.table().sibling(rebuilt.index().name())));
        return Stream.concat(Stream.of(rebuild), marks(rebuilt.table(), rebuilt.index(), rebuilt.marks()))
                .toList();
    }

    private static String option(RenderMode mode) {
        return switch (mode) {
            case PLAIN -> "";
            case RERUNNABLE -> "IF NOT EXISTS ";
            case ONLINE -> "CONCURRENTLY ";
        };
    }

    static String using(IndexMethod method) {
        return method.equals(IndexMethod.BTREE) ? "" : "USING " + SqlText.word(method.name()) + " ";
    }

    private static String where(@Nullable Expression predicate) {
        return predicate == null ? "" : " WHERE " + SqlText.parenthesised(predicate);
    }
}
