package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view: a query that is run each time it is asked.
 *
 * @param defaults of its columns, where INSERT takes another one than that of the table below
 * @param triggers INSTEAD OF triggers, and those of statements
 * @param objects the functions of its triggers, the sequences of its defaults, and its comments; empty in a
 *     {@link dev.plinth.model.Schema}, which holds them
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a>
 */
public record View(
        QualifiedName name,
        List<String> columns,
        String query,
        Options options,
        List<ColumnDefault> defaults,
        List<Trigger> triggers,
        List<RewriteRule> rules,
        List<ObjectName> dependsOn,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements NamedQuery {

    /**
     * What a view says besides its query.
     *
     * @param securityBarrier whether conditions of whoever asks see only rows that the view lets through
     * @param securityInvoker whether the tables are read with the rights of whoever asks; since PostgreSQL 15
     * @param checkOption which rows may be written through it
     */
    public record Options(boolean securityBarrier, boolean securityInvoker, CheckOption checkOption) {

        /** What a view is that says nothing. */
        public static final Options NONE = new Options(false, false, CheckOption.NONE);
    }

    /** WITH CHECK OPTION: whether a row that the view would not show can be written through it. */
    public enum CheckOption {
        NONE,
        /** Not if this view would not show it. */
        LOCAL,
        /** Not if this view or one below would not show it. */
        CASCADED
    }

    public View {
        columns = List.copyOf(columns);
        defaults = List.copyOf(defaults);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        dependsOn = List.copyOf(dependsOn);
        objects = List.copyOf(objects);
    }

    @Override
    public Table parts() {
        return new Table(
                name,
                List.of(),
                List.of(),
                List.of(),
                triggers,
                rules,
                TableOptions.NONE,
                RowSecurity.NONE,
                List.of(),
                null);
    }

    /** What CREATE VIEW itself can say. */
    public View withoutParts() {
        return new View(
                name, columns, query, options, List.of(), List.of(), List.of(), dependsOn, List.of(), description);
    }

    /** The same view without what comes into a schema with it. */
    public View withoutObjects() {
        return new View(
                name, columns, query, options, defaults, triggers, rules, dependsOn, List.of(), description);
    }
}
