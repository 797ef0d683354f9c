package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Set;

/** PRIMARY KEY (...) or UNIQUE (...), complete as it stands. */
public final class KeyStatement extends ConstraintStatement {

    private final boolean primary;
    private final List<String> columns;

    KeyStatement(TableDraft table, boolean primary, List<String> columns) {
        super(table, null);
        this.primary = primary;
        this.columns = columns;
    }

    /** A name other than PostgreSQL's own. */
    public KeyStatement named(String name) {
        name(name);
        return this;
    }

    /** Documentation that stays in the model. */
    public KeyStatement describe(String text) {
        describeAs(text);
        return this;
    }

    boolean isPrimary() {
        return primary;
    }

    List<String> columns() {
        return columns;
    }

    @Override
    int namingOrder() {
        return primary ? 1 : 2;
    }

    @Override
    String defaultName(String tableName, Set<String> taken) {
        return primary ? DefaultNames.primaryKey(tableName, taken) : DefaultNames.unique(tableName, columns, taken);
    }

    @Override
    Constraint toModel(String finalName) {
        return primary
                ? new Constraint.PrimaryKey(finalName, columns, description)
                : new Constraint.Unique(finalName, columns, description);
    }
}
