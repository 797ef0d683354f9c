package dev.plinth.model.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a table: which rows somebody sees, and may write. Permissive ones are joined by OR, restrictive ones by AND.
 *
 * @param roles whom it concerns; empty for everybody, {@code PUBLIC}
 * @param using the condition over the rows that are there; null where nothing is said
 * @param withCheck the condition over the rows to be written; null for that of USING
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
public record Policy(
        String name,
        Command command,
        boolean permissive,
        List<String> roles,
        @Nullable Expression using,
        @Nullable Expression withCheck,
        @Nullable String description) {

    public Policy {
        roles = roles.stream().distinct().sorted().toList();
    }

    /** The statements that a policy concerns. */
    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE;

        /** Whether there are rows to be seen. */
        public boolean reads() {
            return this != INSERT;
        }

        /** Whether there are rows to be written. */
        public boolean writes() {
            return this == ALL || this == INSERT || this == UPDATE;
        }
    }
}
