package dev.plinth.model.sql;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a function or procedure.
 *
 * @param name empty for one without a name
 * @param type without modifiers, as PostgreSQL forgets them
 * @param defaultValue null where a call has to give a value
 */
public record Argument(String name, Mode mode, ColumnType type, @Nullable Expression defaultValue) {

    /** Which way a value goes. */
    public enum Mode {
        IN,
        OUT,
        INOUT,
        /** IN, for any number of values. */
        VARIADIC,
        /** A column of RETURNS TABLE. */
        TABLE;

        /** Whether a function is found by it: two functions of one name differ in these. */
        public boolean isInput() {
            return this == IN || this == INOUT || this == VARIADIC;
        }
    }

    /** The same argument of another type. */
    public Argument withType(ColumnType other) {
        return new Argument(name, mode, other, defaultValue);
    }
}
