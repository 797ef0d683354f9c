package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A materialized view: a query with the rows that it had when it was last refreshed. Whether it holds any rows is data.
 *
 * @param objects its comments; empty in a {@link dev.plinth.model.Schema}, which holds them
 * @see <a href="https://www.postgresql.org/docs/current/sql-creatematerializedview.html">CREATE MATERIALIZED VIEW</a>
 */
public record MaterializedView(
        QualifiedName name,
        List<String> columns,
        String query,
        Options options,
        List<Index> indexes,
        List<ObjectName> dependsOn,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements NamedQuery {

    /**
     * What a materialized view says besides its query.
     *
     * @param parameters what stands in WITH (...)
     * @param accessMethod how rows are stored; null for {@code heap}
     * @param tablespace null for that of the database
     * @param populated whether it is filled when it is created: WITH DATA
     */
    public record Options(
            StorageParameters parameters,
            @Nullable String accessMethod,
            @Nullable String tablespace,
            boolean populated) {

        /** What a materialized view is that says nothing. */
        public static final Options NONE = new Options(StorageParameters.NONE, null, null, true);

        public Options {
            accessMethod = "heap".equals(accessMethod) ? null : accessMethod;
        }
    }

    public MaterializedView {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        dependsOn = List.copyOf(dependsOn);
        objects = List.copyOf(objects);
    }

    /** A materialized view whose comments are known elsewhere. */
    public MaterializedView(
            QualifiedName name,
            List<String> columns,
            String query,
            Options options,
            List<Index> indexes,
            List<ObjectName> dependsOn,
            @Nullable String description) {
        this(name, columns, query, options, indexes, dependsOn, List.of(), description);
    }

    @Override
    public Table parts() {
        return new Table(name, List.of(), List.of(), indexes, List.of(), null);
    }

    /** The same view without its comments. */
    public MaterializedView withoutObjects() {
        return new MaterializedView(name, columns, query, options, indexes, dependsOn, description);
    }

    /** What CREATE MATERIALIZED VIEW itself can say. */
    public MaterializedView withoutIndexes() {
        return new MaterializedView(name, columns, query, options, List.of(), dependsOn, description);
    }
}
