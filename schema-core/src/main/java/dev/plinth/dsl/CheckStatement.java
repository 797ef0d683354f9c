package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.naming.DefaultNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CHECK (...), complete as it stands. */
public final class CheckStatement extends ConstraintStatement {

    private final String column;
    private final Expression condition;

    /** @param column the column whose name goes into the default name; empty for a check of the whole table */
    CheckStatement(TableDraft table, @Nullable String name, String column, Expression condition) {
        super(table, name);
        this.column = column;
        this.condition = condition;
    }

    /** Documentation that stays in the model. */
    public CheckStatement describe(String text) {
        describeAs(text);
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
        return new Constraint.Check(finalName, condition, description);
    }
}
