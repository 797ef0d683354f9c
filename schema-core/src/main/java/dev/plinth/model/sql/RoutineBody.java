package dev.plinth.model.sql;

import java.util.List;

/**
 * What a function or procedure does.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
public sealed interface RoutineBody {

    /** AS: a program as text, or in the language {@code internal} the name of a function of the server. */
    record Text(String text) implements RoutineBody {}

    /** RETURN: an SQL expression over the arguments, which is read when the function is created. */
    record Return(String expression) implements RoutineBody {}

    /** BEGIN ATOMIC: SQL statements without semicolons, which are read when the routine is created. */
    record Atomic(List<String> statements) implements RoutineBody {
        public Atomic {
            statements = List.copyOf(statements);
        }
    }

    /**
     * AS 'file', 'symbol': a function in C.
     *
     * @param file for example {@code $libdir/unaccent}
     */
    record ObjectFile(String file, String symbol) implements RoutineBody {}

    /** The SQL that PostgreSQL reads when the routine is created, in pieces; none where the body is opaque. */
    default List<String> sql() {
        return switch (this) {
            case Text ignored -> List.of();
            case Return(String expression) -> List.of(expression);
            case Atomic(List<String> statements) -> statements;
            case ObjectFile ignored -> List.of();
        };
    }

    /** Whether it is SQL that PostgreSQL reads when the routine is created. */
    default boolean isSql() {
        return this instanceof Return || this instanceof Atomic;
    }
}
