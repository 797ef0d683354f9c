package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Constraints, through jOOQ's DSL; it has no word for NOT VALID and VALIDATE. */
final class ConstraintRenderer {

    /** As it stands in CREATE TABLE and behind ADD. */
    org.jooq.Constraint definition(Constraint constraint) {
        var named = DSL.constraint(DSL.name(constraint.name()));
        return switch (constraint) {
            case Constraint.PrimaryKey key -> named.primaryKey(Parts.names(key.columns()));
            case Constraint.Unique key -> named.unique(Parts.names(key.columns()));
            case Constraint.Check check -> named.check(Parts.condition(check.condition()));
            case Constraint.ForeignKey key -> withActions(
                    key,
                    named.foreignKey(Parts.names(key.columns()))
                            .references(Parts.name(key.target()), Parts.names(key.targetColumns())));
        };
    }

    List<QueryPart> add(AddConstraint added, RenderMode mode) {
        QueryPart plain = DSL.alterTable(Parts.name(added.table())).add(definition(added.constraint()));
        boolean inTwoSteps = mode == RenderMode.ONLINE && canBeNotValid(added.constraint());
        return inTwoSteps
                ? List.of(DSL.query("{0} NOT VALID", plain), validate(added.table(), added.constraint()))
                : List.of(plain);
    }

    QueryPart validate(ValidateConstraint validated) {
        return validate(validated.table(), validated.constraint());
    }

    /** The query that finds the constraint by its name and table. */
    static String probe(AddConstraint added) {
        return "SELECT FROM pg_catalog.pg_constraint WHERE conrelid = "
                + SqlText.literal(SqlText.qualified(added.table())) + "::pg_catalog.regclass AND conname = "
                + SqlText.literal(added.constraint().name());
    }

    private static QueryPart validate(QualifiedName table, Constraint constraint) {
        return DSL.query(
                "ALTER TABLE {0} VALIDATE CONSTRAINT {1}", Parts.name(table), DSL.name(constraint.name()));
    }

    private static boolean canBeNotValid(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> false;
            case Constraint.Unique key -> false;
            case Constraint.Check check -> true;
            case Constraint.ForeignKey key -> true;
        };
    }

    private static ConstraintForeignKeyOnStep withActions(
            Constraint.ForeignKey key, ConstraintForeignKeyOnStep definition) {
        return onUpdate(key.onUpdate(), onDelete(key.onDelete(), definition));
    }

    private static ConstraintForeignKeyOnStep onDelete(
            ReferentialAction action, ConstraintForeignKeyOnStep definition) {
        return switch (action) {
            case NO_ACTION -> definition;
            case RESTRICT -> definition.onDeleteRestrict();
            case CASCADE -> definition.onDeleteCascade();
            case SET_NULL -> definition.onDeleteSetNull();
            case SET_DEFAULT -> definition.onDeleteSetDefault();
        };
    }

    private static ConstraintForeignKeyOnStep onUpdate(
            ReferentialAction action, ConstraintForeignKeyOnStep definition) {
        return switch (action) {
            case NO_ACTION -> definition;
            case RESTRICT -> definition.onUpdateRestrict();
            case CASCADE -> definition.onUpdateCascade();
            case SET_NULL -> definition.onUpdateSetNull();
            case SET_DEFAULT -> definition.onUpdateSetDefault();
        };
    }
}
