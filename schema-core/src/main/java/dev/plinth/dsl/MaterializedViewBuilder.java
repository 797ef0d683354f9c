package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Target.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a materialized view says besides its query. Lives inside the lambda of {@code materializedView(...)}. */
public final class MaterializedViewBuilder extends NamedQueryBuilder<MaterializedViewBuilder> {

    private StorageParameters parameters = StorageParameters.NONE;
    private @Nullable String accessMethod;
    private @Nullable String tablespace;
    private boolean populated = true;

    private MaterializedViewBuilder(QualifiedName name, String query) {
        super("materializedView", name, query);
    }

    static MaterializedView build(QualifiedName name, String query, Consumer<MaterializedViewBuilder> body) {
        MaterializedViewBuilder builder = new MaterializedViewBuilder(name, query);
        body.accept(builder);
        builder.draft.close();
        return builder.toModel();
    }

    @Override
    MaterializedViewBuilder self() {
        return this;
    }

    /** A column that the query has, for an index. */
    public ViewColumn column(String name) {
        draft.requireOpen();
        return new ViewColumn(draft, name);
    }

    /** An index with PostgreSQL's own default name. */
    public IndexStatement index(IndexedKey first, IndexedKey... more) {
        return draft.index(null).on(first, more);
    }

    /** An index with a name of its own; go on with {@code on}. */
    public IndexStatement index(String name) {
        return draft.begin(draft.index(name), MaterializedViewBuilder.class);
    }

    /** WITH a storage parameter that is a number: {@code with("fillfactor", 70)}. */
    public MaterializedViewBuilder with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    /** WITH a storage parameter that is a number: {@code with("autovacuum_vacuum_scale_factor", 0.02)}. */
    public MaterializedViewBuilder with(String parameter, double value) {
        return with(parameter, BigDecimal.valueOf(value).toPlainString());
    }

    /** WITH a storage parameter that is on or off: {@code with("autovacuum_enabled", false)}. */
    public MaterializedViewBuilder with(String parameter, boolean value) {
        return with(parameter, Boolean.toString(value));
    }

    /** WITH a storage parameter that is a word. */
    public MaterializedViewBuilder with(String parameter, String value) {
        parameters = draft.with("it", parameters, parameter, value);
        return this;
    }

    /** USING an access method other than {@code heap}. */
    public MaterializedViewBuilder using(String method) {
        accessMethod = draft.block.named("using(...)", accessMethod, method);
        return this;
    }

    /** TABLESPACE. */
    public MaterializedViewBuilder tablespace(String name) {
        tablespace = draft.block.named("tablespace(...)", tablespace, name);
        return this;
    }

    /** WITH NO DATA: it is created empty, and cannot be read before somebody refreshes it. */
    public MaterializedViewBuilder withNoData() {
        draft.requireOpen();
        populated = false;
        return this;
    }

    private MaterializedView toModel() {
        List<Index> indexes = indexes();
        return new MaterializedView(
                draft.name(),
                columns,
                query,
                new MaterializedView.Options(parameters, accessMethod, tablespace, populated),
                indexes,
                dependsOn,
                List.copyOf(comments(Kind.MATERIALIZED_VIEW, indexes)),
                draft.description);
    }

    /** Names that are not given are chosen last, beside those that are. */
    private List<Index> indexes() {
        Set<String> taken = new HashSet<>(Set.of(name()));
        draft.indexes.stream().flatMap(index -> Stream.ofNullable(index.givenName())).forEach(taken::add);
        List<Index> indexes = new ArrayList<>();
        for (IndexStatement index : draft.indexes) {
            String given = index.givenName();
            String chosen = given == null ? index.defaultName(name(), taken) : given;
            taken.add(chosen);
            indexes.add(index.toModel(chosen));
        }
        return indexes;
    }
}
