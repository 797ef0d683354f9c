package dev.plinth.dsl;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.naming.DefaultNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CREATE INDEX, complete when it is {@code on} something. A b-tree that is not unique where nothing else is said. */
public final class IndexStatement implements Block.Statement {

    private final TableDraft table;
    private final @Nullable String name;
    private List<IndexKey> keys = List.of();
    private @Nullable IndexMethod method;
    private boolean unique;
    private boolean nullsNotDistinct;
    private StorageParameters parameters = StorageParameters.NONE;
    private List<String> include = List.of();
    private @Nullable Expression predicate;
    private @Nullable String description;
    private @Nullable String comment;

    IndexStatement(TableDraft table, @Nullable String name) {
        this.table = table;
        this.name = name;
    }

    /** The keys, in order. */
    public IndexStatement on(IndexedKey first, IndexedKey... more) {
        table.requireOpen();
        if (!keys.isEmpty()) {
            throw table.refusal(title() + " already has its keys", "Name all keys in one on(...).");
        }
        List<IndexKey> owned = new ArrayList<>();
        owned.add(owned(first));
        for (IndexedKey key : more) {
            owned.add(owned(key));
        }
        keys = owned;
        return this;
    }

    /** USING; {@code BTREE} where nothing is said. */
    public IndexStatement using(IndexMethod accessMethod) {
        table.requireOpen();
        if (method != null) {
            throw table.refusal(title() + " already says using(" + method.name() + ")", "Say it once.");
        }
        method = accessMethod;
        return this;
    }

    /** UNIQUE. */
    public IndexStatement unique() {
        table.requireOpen();
        unique = true;
        return this;
    }

    /** NULLS NOT DISTINCT: two nulls are the same value to a unique index. PostgreSQL 15 or later. */
    public IndexStatement nullsNotDistinct() {
        table.requireOpen();
        nullsNotDistinct = true;
        return this;
    }

    /** WITH a storage parameter that is a number: {@code with("fillfactor", 70)}. */
    public IndexStatement with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    /** WITH a storage parameter that is on or off: {@code with("fastupdate", false)}. */
    public IndexStatement with(String parameter, boolean value) {
        return with(parameter, Boolean.toString(value));
    }

    /** WITH a storage parameter that is a word: {@code with("buffering", "auto")}. */
    public IndexStatement with(String parameter, String value) {
        parameters = table.with(title(), parameters, parameter, value);
        return this;
    }

    /** WHERE: only the rows for which the condition is true are indexed. */
    public IndexStatement where(String sql) {
        table.requireOpen();
        if (predicate != null) {
            throw table.refusal(title() + " already has its where(...)", "Join the conditions with AND.");
        }
        predicate = new Expression.Sql(sql);
        return this;
    }

    /** INCLUDE: columns that are stored in the index besides its keys. */
    public IndexStatement include(ColumnHandle... columns) {
        include = table.names(List.of(columns));
        return this;
    }

    /** INCLUDE: columns of a materialized view that are stored in the index besides its keys. */
    public IndexStatement include(ViewColumn... columns) {
        List.of(columns).forEach(table::requireOwn);
        include = Stream.of(columns).map(ViewColumn::name).toList();
        return this;
    }

    /** Documentation that stays in the model. */
    public IndexStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON INDEX, which is stored in the database. */
    public IndexStatement comment(String text) {
        comment = table.comment(title(), comment, text);
        return this;
    }

    private IndexKey owned(IndexedKey key) {
        requireOwn(table, key);
        return IndexedKey.toModel(key);
    }

    static void requireOwn(TableDraft table, IndexedKey key) {
        switch (key) {
            case ColumnHandle column -> table.requireOwn(column);
            case ViewColumn column -> table.requireOwn(column);
            case RefinedKey refined -> requireOwn(table, refined.key());
            case SqlExpression sql -> table.requireOpen();
        }
    }

    @Override
    public String title() {
        return name == null ? "index(...)" : "index(\"" + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        return keys.isEmpty() ? Optional.of("Add .on(columns).") : Optional.empty();
    }

    @Nullable
    String comment() {
        return comment;
    }

    @Nullable
    String givenName() {
        return name;
    }

    String defaultName(String tableName, Set<String> taken) {
        List<String> names = new ArrayList<>();
        for (IndexKey key : keys) {
            names.add(defaultName(key));
        }
        names.addAll(include);
        return DefaultNames.index(tableName, names, taken);
    }

    /** What a key is called inside the name of its index. */
    static String defaultName(IndexKey key) {
        return switch (key.target()) {
            case Target.OfColumn column -> column.name();
            case Target.OfExpression it ->
                it.expression() instanceof Expression.Sql sql ? DefaultNames.indexKey(sql.text()) : "expr";
        };
    }

    Index toModel(String finalName) {
        IndexMethod accessMethod = method == null ? IndexMethod.BTREE : method;
        return new Index(
                finalName,
                keys,
                accessMethod,
                unique,
                nullsNotDistinct,
                include,
                parameters,
                predicate,
                description);
    }
}
