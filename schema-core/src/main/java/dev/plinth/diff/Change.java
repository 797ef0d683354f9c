package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;

/**
 * One addition to a store. The hierarchy is closed and has additions only: there is no way to say that something is
 * dropped, renamed or changed.
 */
public sealed interface Change permits Change.SqlChange, DynamoChange {

    /** The object that is added. */
    Subject subject();

    /** An addition to a PostgreSQL database. */
    sealed interface SqlChange extends Change {}

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

    /** CREATE FUNCTION. */
    record CreateFunction(Function function) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.FUNCTION, function.name().display() + "()");
        }
    }

    /**
     * CREATE TABLE with the columns and constraints given; indexes, triggers and the foreign keys that must wait are
     * changes of their own.
     */
    record CreateTable(Table table) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.TABLE, table.name().display());
        }
    }

    /** ALTER TABLE ... ADD COLUMN. */
    record AddColumn(QualifiedName table, Column column) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.column(table, column.name());
        }
    }

    /** ALTER TABLE ... ADD CONSTRAINT. */
    record AddConstraint(QualifiedName table, Constraint constraint) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), table.display());
        }
    }

    /** VALIDATE CONSTRAINT: proves for the rows that exist what a NOT VALID constraint promises for new ones. */
    record ValidateConstraint(QualifiedName table, Constraint constraint) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), table.display());
        }
    }

    /** CREATE INDEX. */
    record CreateIndex(QualifiedName table, Index index) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.INDEX, index.name(), table.display());
        }
    }

    /** REINDEX INDEX CONCURRENTLY of an index that an interrupted build left invalid. */
    record RebuildIndex(QualifiedName table, Index index) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.INDEX, index.name(), table.display());
        }
    }

    /** CREATE TRIGGER. */
    record CreateTrigger(QualifiedName table, Trigger trigger) implements SqlChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.TRIGGER, trigger.name(), table.display());
        }
    }
}
