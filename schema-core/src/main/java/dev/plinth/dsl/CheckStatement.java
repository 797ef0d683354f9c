package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CHECK (...), complete as it stands. */
public final class CheckStatement extends ConstraintStatement {

    private final String column;
    private final Expression condition;
    private boolean noInherit;
    private Enforcement enforcement = Enforcement.ENFORCED;

    /** @param column the column whose name goes into the default name; empty for a check of the whole table */
    CheckStatement(TableDraft table, @Nullable String name, String column, Expression condition) {
        super(table, name);
        this.column = column;
        this.condition = condition;
    }

    /** Adds the check that a column has one of some values. */
    static void ofValues(TableDraft table, String column, List<Expression> values) {
        table.requireOpen();
        if (values.isEmpty()) {
            throw table.refusal(column, "oneOf() allows no value at all", "List the values.");
        }
        table.check(new CheckStatement(table, null, column, new Expression.OneOf(column, values)));
    }

    /** NO INHERIT: it does not concern the tables that inherit from this one. */
    public CheckStatement noInherit() {
        table.requireOpen();
        noInherit = true;
        return this;
    }

    /** NOT VALID, for good: rows that are there before it are never checked. */
    public CheckStatement notValid() {
        enforcement = table.enforcement("the check", enforcement, Enforcement.NOT_VALID);
        return this;
    }

    /** NOT ENFORCED: a note, for which no row is checked. PostgreSQL 18. */
    public CheckStatement notEnforced() {
        enforcement = table.enforcement("the check", enforcement, Enforcement.NOT_ENFORCED);
        return this;
    }

    /** Documentation that stays in the model. */
    public CheckStatement describe(String text) {
        describeAs(text);
        return this;
    }

    /** COMMENT ON CONSTRAINT, which is stored in the database. */
    public CheckStatement comment(String text) {
        commentAs(text);
        return this;
    }

    @Override
    int namingOrder() {
        return 0;
    }

    @Override
    String defaultName(String tableName, Set<String> taken) {
        return DefaultNames.check(tableName, column, taken);
    }

    @Override
    Constraint toModel(String finalName) {
        return new Constraint.Check(finalName, condition, noInherit, enforcement, description);
    }
}
