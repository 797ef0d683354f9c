package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** PRIMARY KEY (...) or UNIQUE (...), complete as it stands. */
public final class KeyStatement extends ConstraintStatement {

    private final boolean primary;
    private final List<String> columns;
    private KeyOptions options = KeyOptions.NONE;
    private boolean nullsNotDistinct;
    private boolean withoutOverlaps;

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

    /** INCLUDE: columns that are stored in the index besides the key. */
    public KeyStatement include(ColumnHandle... included) {
        options = options.withInclude(table.names(List.of(included)));
        return this;
    }

    /** NULLS NOT DISTINCT: two nulls are the same value to a unique constraint. PostgreSQL 15 or later. */
    public KeyStatement nullsNotDistinct() {
        table.requireOpen();
        if (primary) {
            throw table.refusal("a primary key has no nulls", "Leave nullsNotDistinct() out.");
        }
        nullsNotDistinct = true;
        return this;
    }

    /** WITH a storage parameter of the index: {@code with("fillfactor", 70)}. */
    public KeyStatement with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    /** WITH a storage parameter of the index that is on or off: {@code with("deduplicate_items", false)}. */
    public KeyStatement with(String parameter, boolean value) {
        return with(parameter, Boolean.toString(value));
    }

    private KeyStatement with(String parameter, String value) {
        options = options.withParameters(table.with("the key", options.parameters(), parameter, value));
        return this;
    }

    /** DEFERRABLE: a transaction may have it checked at its end. No foreign key can point to it then. */
    public KeyStatement deferrable() {
        return deferral(Deferral.DEFERRABLE);
    }

    /** DEFERRABLE INITIALLY DEFERRED: checked at the end of the transaction. No foreign key can point to it then. */
    public KeyStatement initiallyDeferred() {
        return deferral(Deferral.INITIALLY_DEFERRED);
    }

    private KeyStatement deferral(Deferral deferral) {
        options = options.withDeferral(table.deferral("the key", options.deferral(), deferral));
        return this;
    }

    /** WITHOUT OVERLAPS: the last column is a range, and ranges of the same other columns never meet. PostgreSQL 18. */
    public KeyStatement withoutOverlaps() {
        table.requireOpen();
        withoutOverlaps = true;
        return this;
    }

    /** Documentation that stays in the model. */
    public KeyStatement describe(String text) {
        describeAs(text);
        return this;
    }

    /** COMMENT ON CONSTRAINT, which is stored in the database. */
    public KeyStatement comment(String text) {
        commentAs(text);
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
        return primary ? DefaultNames.primaryKey(tableName, taken) : DefaultNames.unique(
                tableName, Stream.concat(columns.stream(), options.include().stream()).toList(), taken);
    }

    @Override
    Constraint toModel(String finalName) {
        return primary
                ? new Constraint.PrimaryKey(finalName, columns, withoutOverlaps, options, description)
                : new Constraint.Unique(finalName, columns, nullsNotDistinct, withoutOverlaps, options, description);
    }
}
