package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One addition to a store. The hierarchy is closed and has additions only: there is no way to say that something is
 * dropped, renamed or changed.
 */
public sealed interface Change permits Change.SqlChange, DynamoChange {

    /** The object that is added. */
    Subject subject();

    /** An addition to a PostgreSQL database. */
    sealed interface SqlChange extends Change {}

    /** An addition to a table that exists by then. */
    sealed interface OnTable extends SqlChange {

        /** The table. */
        QualifiedName table();
    }

    /** An addition to a type that exists by then. */
    sealed interface OnType extends SqlChange {

        /** The type. */
        QualifiedName type();
    }

    /** CREATE SCHEMA. */
    record CreateNamespace(String name) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.NAMESPACE, name);
        }
    }

    /** CREATE EXTENSION. */
    record CreateExtension(Extension extension) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.EXTENSION, extension.name());
        }
    }

    /** CREATE FUNCTION, and whatever else makes an object that is no table. */
    record CreateObject(DatabaseObject object) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.of(object);
        }
    }

    /**
     * ALTER TYPE ... ADD VALUE. The value cannot be used before the transaction that adds it is committed.
     *
     * @param place where the value stands, relative to {@code neighbour}
     * @param neighbour a value of the type; null for {@link Place#LAST}
     */
    record AddLabel(QualifiedName type, String label, Place place, @Nullable String neighbour) implements OnType {

        /** Where a value is added. */
        public enum Place {
            BEFORE,
            AFTER,
            LAST
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.LABEL, ExpressionText.quoted(label), type.display());
        }
    }

    /** ALTER TYPE ... ADD ATTRIBUTE of a composite type. */
    record AddAttribute(QualifiedName type, CompositeType.Attribute attribute) implements OnType {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.ATTRIBUTE, attribute.name(), type.display());
        }
    }

    /** ALTER DOMAIN ... ADD CONSTRAINT ... CHECK. The rows of all columns of the domain are checked, unless it is NOT VALID. */
    record AddDomainCheck(QualifiedName type, Constraint.Check check) implements OnType {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, check.name(), type.display());
        }
    }

    /** ALTER DOMAIN ... VALIDATE CONSTRAINT: proves for the values that exist what a NOT VALID check promises for new ones. */
    record ValidateDomainCheck(QualifiedName type, Constraint.Check check) implements OnType {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, check.name(), type.display());
        }
    }

    /**
     * CREATE TABLE with the columns and constraints given; indexes, triggers and the foreign keys that must wait are
     * changes of their own.
     *
     * @param owned sequences that the table itself takes numbers of and owns: made before it, given to it afterwards
     */
    record CreateTable(Table table, List<Sequence> owned) implements SqlChange {
        public CreateTable {
            owned = List.copyOf(owned);
        }

        /** A table without such sequences. */
        public CreateTable(Table table) {
            this(table, List.of());
        }

        /** The same with fewer parts. */
        public CreateTable with(Table parts) {
            return new CreateTable(parts, owned);
        }

        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.TABLE, table.name().display());
        }
    }

    /**
     * ALTER TABLE ... ADD COLUMN.
     *
     * @param owned sequences that the column both takes numbers of and owns: made before it, given to it afterwards
     */
    record AddColumn(QualifiedName table, Column column, List<Sequence> owned) implements OnTable {
        public AddColumn {
            owned = List.copyOf(owned);
        }

        /** A column without such sequences. */
        public AddColumn(QualifiedName table, Column column) {
            this(table, column, List.of());
        }

        @Override
        public Subject subject() {
            return Subject.column(table, column.name());
        }
    }

    /**
     * ALTER TABLE ... ADD CONSTRAINT.
     *
     * @param marks what the table says of the index of a key
     */
    record AddConstraint(QualifiedName table, Constraint constraint, List<IndexMark> marks) implements OnTable {
        public AddConstraint {
            marks = List.copyOf(marks);
        }

        /** One of which the table says nothing. */
        public AddConstraint(QualifiedName table, Constraint constraint) {
            this(table, constraint, List.of());
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), table.display());
        }
    }

    /** VALIDATE CONSTRAINT: proves for the rows that exist what a NOT VALID constraint promises for new ones. */
    record ValidateConstraint(QualifiedName table, Constraint constraint) implements OnTable {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), table.display());
        }
    }

    /**
     * CREATE INDEX.
     *
     * @param marks what the table says of the index, which can be said once it is there
     */
    record CreateIndex(QualifiedName table, Index index, List<IndexMark> marks) implements OnTable {
        public CreateIndex {
            marks = List.copyOf(marks);
        }

        /** An index of which the table says nothing. */
        public CreateIndex(QualifiedName table, Index index) {
            this(table, index, List.of());
        }

        /** An index of a declared table. */
        public static CreateIndex of(Table table, Index index) {
            return new CreateIndex(table.name(), index, table.options().marks(index.name()));
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.INDEX, index.name(), table.display());
        }
    }

    /**
     * REINDEX INDEX CONCURRENTLY of an index that an interrupted build left invalid.
     *
     * @param marks what the table says of it once it is valid, which the interrupted build did not come to
     */
    record RebuildIndex(QualifiedName table, Index index, List<IndexMark> marks) implements OnTable {
        public RebuildIndex {
            marks = List.copyOf(marks);
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.INDEX, index.name(), table.display());
        }
    }

    /** An addition that decides who sees which rows of a table. */
    sealed interface OnRowSecurity extends OnTable {}

    /**
     * ENABLE ROW LEVEL SECURITY.
     *
     * @param policies those of the schema, without which nobody but the owner would see a row
     */
    record EnableRowSecurity(QualifiedName table, List<String> policies) implements OnRowSecurity {
        public EnableRowSecurity {
            policies = List.copyOf(policies);
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.ROW_LEVEL_SECURITY, "enabled", table.display());
        }
    }

    /**
     * FORCE ROW LEVEL SECURITY: for the owner too.
     *
     * @param policies those of the schema, without which the owner would see no row
     */
    record ForceRowSecurity(QualifiedName table, List<String> policies) implements OnRowSecurity {
        public ForceRowSecurity {
            policies = List.copyOf(policies);
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.ROW_LEVEL_SECURITY, "forced", table.display());
        }
    }

    /** CREATE POLICY. */
    record CreatePolicy(QualifiedName table, Policy policy) implements OnRowSecurity {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.POLICY, policy.name(), table.display());
        }
    }

    /** CREATE TRIGGER. */
    record CreateTrigger(QualifiedName table, Trigger trigger) implements OnTable {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.TRIGGER, trigger.name(), table.display());
        }
    }

    /** ALTER VIEW ... ALTER COLUMN ... SET DEFAULT, of a column that has none. */
    record AddDefault(QualifiedName table, ColumnDefault value) implements OnTable {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.DEFAULT, value.column(), table.display());
        }
    }

    /** CREATE RULE. */
    record CreateRule(QualifiedName table, RewriteRule rule) implements OnTable {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.RULE, rule.name(), table.display());
        }
    }
}
