package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A constraint that is being declared. */
abstract sealed class ConstraintStatement
        permits KeyStatement, ExclusionStatement, ForeignKeyStatement, CheckStatement {

    final TableDraft table;
    private @Nullable String name;
    @Nullable
    String description;
    @Nullable
    String comment;

    ConstraintStatement(TableDraft table, @Nullable String name) {
        this.table = table;
        this.name = name;
    }

    final void name(String given) {
        table.requireOpen();
        if (name != null) {
            throw table.refusal(name, "the constraint was already named \"" + name + "\"", "Name it once.");
        }
        table.claimConstraint(given);
        name = given;
    }

    final void describeAs(String text) {
        table.requireOpen();
        description = text;
    }

    final void commentAs(String text) {
        comment = table.comment("the constraint", comment, text);
    }

    final @Nullable String givenName() {
        return name;
    }

    /** Whether it has an index, which needs a name among the relations. */
    final boolean isRelation() {
        return this instanceof KeyStatement || this instanceof ExclusionStatement;
    }

    /** PostgreSQL chooses names for checks first, then for keys, then for foreign keys. */
    abstract int namingOrder();

    abstract String defaultName(String tableName, Set<String> taken);

    abstract Constraint toModel(String finalName);
}
