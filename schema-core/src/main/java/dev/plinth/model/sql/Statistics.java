package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extended statistics: what ANALYZE finds out about several columns of a table or a materialized view together, or about
 * expressions.
 *
 * @param table the table, or the materialized view
 * @param kinds in the order of {@link Kind}; empty for all of them, and for a single expression, which has none to choose from
 * @param columns in any order: PostgreSQL keeps that of the table
 * @see <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">CREATE STATISTICS</a>
 */
public record Statistics(
        QualifiedName name,
        QualifiedName table,
        List<Kind> kinds,
        List<String> columns,
        List<Expression> expressions,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    public Statistics {
        kinds = kinds.stream().distinct().sorted().toList();
        kinds = kinds.size() == Kind.values().length ? List.of() : kinds;
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
        comments = List.copyOf(comments);
    }

    /** What is found out. */
    public enum Kind {
        /** How many different groups of values there are. */
        NDISTINCT,
        /** How far one column tells another. */
        DEPENDENCIES,
        /** The most common groups of values. */
        MCV
    }
}
