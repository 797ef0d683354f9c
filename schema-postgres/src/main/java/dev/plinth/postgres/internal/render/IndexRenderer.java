package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.postgres.internal.sql.SqlText;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Indexes. A template, as jOOQ has no word for USING and CONCURRENTLY; what PostgreSQL does by default (btree,
 * ascending, nulls last) is left out.
 */
final class IndexRenderer {

    QueryPart create(CreateIndex created, RenderMode mode) {
        Index index = created.index();
        return DSL.query(
                "CREATE {0}INDEX {1}{2} ON {3} {4}({5}){6}{7}",
                Parts.raw(index.unique() ? "UNIQUE " : ""),
                Parts.raw(option(mode)),
                DSL.name(index.name()),
                Parts.name(created.table()),
                Parts.raw(using(index.method())),
                Parts.list(index.keys().stream().map(IndexRenderer::key).toList()),
                Parts.raw(include(index)),
                Parts.raw(where(index.predicate())));
    }

    /** An index lives in the namespace of its table. */
    QueryPart rebuild(RebuildIndex rebuilt) {
        return DSL.query(
                "REINDEX INDEX CONCURRENTLY {0}",
                Parts.name(rebuilt.table().sibling(rebuilt.index().name())));
    }

    private static String option(RenderMode mode) {
        return switch (mode) {
            case PLAIN -> "";
            case RERUNNABLE -> "IF NOT EXISTS ";
            case ONLINE -> "CONCURRENTLY ";
        };
    }

    private static String using(IndexMethod method) {
        return method.equals(IndexMethod.BTREE) ? "" : "USING " + SqlText.word(method.name()) + " ";
    }

    private static QueryPart key(IndexKey key) {
        boolean descending = key.direction() == Direction.DESC;
        NullsOrder usual = descending ? NullsOrder.FIRST : NullsOrder.LAST;
        String nulls = key.nulls() == usual ? "" : " NULLS " + key.nulls();
        return DSL.sql("{0}{1}", target(key.target()), Parts.raw((descending ? " DESC" : "") + nulls));
    }

    private static QueryPart target(IndexKey.Target target) {
        return switch (target) {
            case IndexKey.Target.OfColumn column -> DSL.name(column.name());
            case IndexKey.Target.OfExpression of -> Parts.raw(SqlText.parenthesised(of.expression()));
        };
    }

    private static String include(Index index) {
        return index.include().isEmpty() ? "" : " INCLUDE (" + SqlText.identifiers(index.include()) + ")";
    }

    private static String where(@Nullable Expression predicate) {
        return predicate == null ? "" : " WHERE " + SqlText.parenthesised(predicate);
    }
}
