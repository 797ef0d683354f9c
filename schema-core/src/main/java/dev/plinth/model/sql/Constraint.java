package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
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

    /** For which rows it holds; only checks and foreign keys can say something else than for all. */
    default Enforcement enforcement() {
        return Enforcement.ENFORCED;
    }

    /** A constraint that has an index, and so a name among the relations. */
    sealed interface Key extends Constraint permits PrimaryKey, Unique, Exclusion {

        KeyOptions options();
    }

    /**
     * PRIMARY KEY (columns).
     *
     * @param withoutOverlaps whether the last column is a range WITHOUT OVERLAPS; since PostgreSQL 18
     */
    record PrimaryKey(
            String name,
            List<String> columns,
            boolean withoutOverlaps,
            KeyOptions options,
            @Nullable String description)
            implements Key {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        /** A key that says no more. */
        public PrimaryKey(String name, List<String> columns, @Nullable String description) {
            this(name, columns, false, KeyOptions.NONE, description);
        }
    }

    /**
     * UNIQUE (columns).
     *
     * @param nullsNotDistinct whether two nulls are the same value; since PostgreSQL 15
     * @param withoutOverlaps whether the last column is a range WITHOUT OVERLAPS; since PostgreSQL 18
     */
    record Unique(
            String name,
            List<String> columns,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            KeyOptions options,
            @Nullable String description)
            implements Key {
        public Unique {
            columns = List.copyOf(columns);
        }

        /** A key that says no more. */
        public Unique(String name, List<String> columns, @Nullable String description) {
            this(name, columns, false, false, KeyOptions.NONE, description);
        }
    }

    /**
     * EXCLUDE USING method (key WITH operator, ...) WHERE (predicate): no two rows for which all operators are true.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE">EXCLUDE</a>
     */
    record Exclusion(
            String name,
            IndexMethod method,
            List<Element> elements,
            KeyOptions options,
            @Nullable Expression predicate,
            @Nullable String description)
            implements Key {

        /** One key and the operator that compares it. */
        public record Element(IndexKey key, Operator operator) {}

        public Exclusion {
            elements = List.copyOf(elements);
        }

        /** The keys of its index. */
        public List<IndexKey> keys() {
            return elements.stream().map(Element::key).toList();
        }

        /** The extensions that bring its method, its operator classes and its operators. */
        public List<String> extensions() {
            return Stream.concat(
                    Stream.ofNullable(method.extension()),
                    elements.stream()
                            .flatMap(element -> Stream.concat(element.key().extension(),
                                    Source.extension(element.operator().source()))))
                    .distinct()
                    .toList();
        }
    }

    /**
     * CHECK (condition).
     *
     * @param noInherit whether it does not concern the tables that inherit from this one
     */
    record Check(
            String name,
            Expression condition,
            boolean noInherit,
            Enforcement enforcement,
            @Nullable String description)
            implements Constraint {

        /** A check that says no more. */
        public Check(String name, Expression condition, @Nullable String description) {
            this(name, condition, false, Enforcement.ENFORCED, description);
        }
    }

    /** FOREIGN KEY (columns) REFERENCES target (targetColumns), the columns in pairs. */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            ForeignKeyOptions options,
            @Nullable String description)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        /** A foreign key that says no more. */
        public ForeignKey(
                String name,
                List<String> columns,
                QualifiedName target,
                List<String> targetColumns,
                ReferentialAction onDelete,
                ReferentialAction onUpdate,
                @Nullable String description) {
            this(name, columns, target, targetColumns, onDelete, onUpdate, ForeignKeyOptions.NONE, description);
        }

        @Override
        public Enforcement enforcement() {
            return options.enforcement();
        }

        /** The columns that an action sets, on delete or on update. */
        public List<String> columnsSetBy(ReferentialAction action) {
            List<String> some = options.onDeleteColumns();
            Stream<String> onDeletion =
                    onDelete == action ? (some.isEmpty() ? columns : some).stream() : Stream.empty();
            Stream<String> onUpdating = onUpdate == action ? columns.stream() : Stream.empty();
            return Stream.concat(onDeletion, onUpdating).distinct().toList();
        }

        /** The same with another target. */
        public ForeignKey withTarget(QualifiedName other, List<String> otherColumns) {
            return new ForeignKey(name, columns, other, otherColumns, onDelete, onUpdate, options, description);
        }
    }
}
