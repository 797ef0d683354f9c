package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. Its name is always known: given, or PostgreSQL's own default name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html">Constraints</a>
 */
public sealed interface Constraint {

    /** The name, unique within the table. */
    String name();

    /** Documentation that stays in the model. */
    @Nullable
    String description();

    /** PRIMARY KEY (columns). */
    record PrimaryKey(String name, List<String> columns, @Nullable String description) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    /** UNIQUE (columns). */
    record Unique(String name, List<String> columns, @Nullable String description) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /** CHECK (condition). */
    record Check(String name, Expression condition, @Nullable String description) implements Constraint {}

    /** FOREIGN KEY (columns) REFERENCES target (targetColumns), the columns in pairs. */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            @Nullable String description)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }
}
