package dev.plinth.dsl;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** EXCLUDE (...), complete as it stands. */
public final class ExclusionStatement extends ConstraintStatement {

    private final List<ExcludedKey> keys;
    private @Nullable IndexMethod method;
    private KeyOptions options = KeyOptions.NONE;
    private @Nullable Expression predicate;

    ExclusionStatement(TableDraft table, List<ExcludedKey> keys) {
        super(table, null);
        this.keys = keys;
        keys.forEach(key -> IndexStatement.requireOwn(table, key.key()));
    }

    /** USING; {@code BTREE} where nothing is said. */
    public ExclusionStatement using(IndexMethod accessMethod) {
        table.requireOpen();
        if (method != null) {
            throw table.refusal("exclude(...) already says using(" + method.name() + ")", "Say it once.");
        }
        method = accessMethod;
        return this;
    }

    /** WHERE: only rows for which the condition is true exclude each other. */
    public ExclusionStatement where(String sql) {
        table.requireOpen();
        if (predicate != null) {
            throw table.refusal("exclude(...) already has its where(...)", "Join the conditions with AND.");
        }
        predicate = new Expression.Sql(sql);
        return this;
    }

    /** INCLUDE: columns that are stored in the index besides its keys. */
    public ExclusionStatement include(ColumnHandle... included) {
        options = options.withInclude(table.names(List.of(included)));
        return this;
    }

    /** WITH a storage parameter of the index that is a number. */
    public ExclusionStatement with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    /** WITH a storage parameter of the index that is a word. */
    public ExclusionStatement with(String parameter, String value) {
        options = options.withParameters(table.with("exclude(...)", options.parameters(), parameter, value));
        return this;
    }

    /** DEFERRABLE: a transaction may have it checked at its end. */
    public ExclusionStatement deferrable() {
        return deferral(Deferral.DEFERRABLE);
    }

    /** DEFERRABLE INITIALLY DEFERRED: checked at the end of the transaction. */
    public ExclusionStatement initiallyDeferred() {
        return deferral(Deferral.INITIALLY_DEFERRED);
    }

    private ExclusionStatement deferral(Deferral deferral) {
        options = options.withDeferral(table.deferral("exclude(...)", options.deferral(), deferral));
        return this;
    }

    /** A name other than PostgreSQL's own. */
    public ExclusionStatement named(String name) {
        name(name);
        return this;
    }

    /** Documentation that stays in the model. */
    public ExclusionStatement describe(String text) {
        describeAs(text);
        return this;
    }

    /** COMMENT ON CONSTRAINT, which is stored in the database. */
    public ExclusionStatement comment(String text) {
        commentAs(text);
        return this;
    }

    @Override
    int namingOrder() {
        return 2;
    }

    @Override
    String defaultName(String tableName, Set<String> taken) {
        Stream<String> names = keys.stream().map(key -> IndexStatement.defaultName(IndexedKey.toModel(key.key())));
        return DefaultNames.exclusion(
                tableName, Stream.concat(names, options.include().stream()).toList(), taken);
    }

    @Override
    Constraint toModel(String finalName) {
        List<Constraint.Exclusion.Element> elements = keys.stream()
                .map(key -> new Constraint.Exclusion.Element(IndexedKey.toModel(key.key()), key.operator()))
                .toList();
        IndexMethod accessMethod = method == null ? IndexMethod.BTREE : method;
        return new Constraint.Exclusion(finalName, accessMethod, elements, options, predicate, description);
    }
}
