package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.OnTable;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.View;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rows of existing tables and materialized views mean for a plan: which tables have any, and which additions they
 * stand against; and what tables below an existing one stand against. Runs inside an open transaction; a table that may not be
 * read counts as one with rows that stand against nothing.
 *
 * @param tablesWithRows existing tables that are not empty
 * @param grants grants on objects that are there already
 * @param newTargets what was not there when the apply began: whatever rows tables have by now, nobody relied on them
 * @param blocked additions that would fail, with the reason and a sample
 * @param partitions those of partitioned tables with rows that get an index
 * @param domains where values of the domains are that get a check, or have one validated
 */
record Preflight(
        Set<QualifiedName> tablesWithRows,
        Set<SqlChange> grants,
        Set<Target> newTargets,
        Map<SqlChange, String> blocked,
        Map<QualifiedName, PartitionTree> partitions,
        DomainUse domains) {

    /** Nothing is known, or there is nothing to know: no table has rows. */
    static final Preflight NONE = new Preflight(Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), DomainUse.NONE);

    private static final String SAVEPOINT = "SAVEPOINT plinth_preflight";
    private static final String ROLLBACK = "ROLLBACK TO SAVEPOINT plinth_preflight";

    /** Looks at the tables that exist and that something is added to. */
    static Preflight of(Session session, List<SqlChange> missing, LiveDatabase live) throws SQLException {
        return of(session, missing, live, Set.of());
    }

    /** The same in an apply that began when {@code newTargets} were missing. */
    static Preflight of(Session session, List<SqlChange> missing, LiveDatabase live, Set<Target> newTargets)
            throws SQLException {
        Set<QualifiedName> existing = new LinkedHashSet<>();
        missing.forEach(change -> table(change)
                .filter(table -> exists(table, live))
                .ifPresent(existing::add));
        Set<QualifiedName> withRows = withRows(session, List.copyOf(existing), live);
        Map<SqlChange, String> blocked = new HashMap<>();
        DomainUse domains = DomainUse.of(session, missing, blocked);
        RowTypeUses rowTypes = new RowTypeUses(
                session, missing, live,
                check -> !blocked.containsKey(check) || domains.checkable().contains(check.type()));
        for (SqlChange change : missing) {
            if (table(change).filter(withRows::contains).isPresent()) {
                obstacle(session, change, live).ifPresent(reason -> blocked.put(change, reason));
            }
            rowTypes.obstacle(change).ifPresent(reason -> blocked.putIfAbsent(change, reason));
            Optional<String> children = ChildTables.query(change).filter(query -> concerns(change, live));
            if (children.isPresent()) {
                ask(session, children.get()).flatMap(ChildTables::obstacle)
                        .ifPresent(reason -> blocked.put(change, reason));
            }
        }
        Map<QualifiedName, PartitionTree> trees = partitions(session, missing, live, withRows);
        missing.stream()
                .filter(change -> change instanceof RebuildIndex rebuilt
                        && trees.containsKey(rebuilt.table())
                        && trees.get(rebuilt.table()).hasForeignTables())
                .forEach(change -> blocked.put(change, "one of the partitions is a foreign table, which can have no"
                        + " index; drop the index, then apply again"));
        return new Preflight(withRows, grants(missing, live, newTargets), newTargets, blocked, trees, domains);
    }

    private static Map<QualifiedName, PartitionTree> partitions(
            Session session, List<SqlChange> missing, LiveDatabase live, Set<QualifiedName> withRows)
            throws SQLException {
        Map<QualifiedName, PartitionTree> trees = new HashMap<>();
        for (SqlChange change : missing) {
            boolean isOfIndex = change instanceof RebuildIndex
                    || change instanceof CreateIndex && table(change).filter(withRows::contains).isPresent();
            QualifiedName table = table(change).orElse(null);
            if (isOfIndex && table != null && !trees.containsKey(table)
                    && live.table(table).filter(LiveTable::isPartitioned).isPresent()) {
                trees.put(table, PartitionTree.of(session, table));
            }
        }
        return trees;
    }

    private static Set<SqlChange> grants(List<SqlChange> missing, LiveDatabase live, Set<Target> newTargets) {
        Set<Target> there = live.access().privileges().stream()
                .map(LiveAccess.Privilege::target)
                .filter(target -> !newTargets.contains(target))
                .collect(Collectors.toSet());
        return missing.stream()
                .filter(change -> grant(change).filter(grant -> there.contains(grant.target())).isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether something is added to a table or view that exists, or granted. */
    static boolean concerns(SqlChange change, LiveDatabase live) {
        return change instanceof OnType
                || grant(change).isPresent()
                || table(change).filter(table -> exists(table, live)).isPresent();
    }

    private static boolean exists(QualifiedName table, LiveDatabase live) {
        return live.table(table).isPresent() || live.view(table).isPresent();
    }

    boolean hasRows(SqlChange change) {
        return table(change).filter(tablesWithRows::contains).isPresent();
    }

    /** Whether it is made to what programs use by now: a table with rows, as far as rows tell, or something to grant on. */
    boolean isInUse(SqlChange change) {
        return grants.contains(change)
                || hasRows(change)
                        && table(change).filter(this::isNew).isEmpty();
    }

    private boolean isNew(QualifiedName table) {
        return Stream.of(Target.Kind.TABLE, Target.Kind.VIEW, Target.Kind.MATERIALIZED_VIEW)
                .anyMatch(kind -> newTargets.contains(Target.of(kind, table)));
    }

    private static Optional<Grant> grant(SqlChange change) {
        return change instanceof CreateObject created && created.object() instanceof Grant grant
                ? Optional.of(grant)
                : Optional.empty();
    }

    /** The table that something is added to: what it already holds may stand against it. */
    private static Optional<QualifiedName> table(SqlChange change) {
        if (change instanceof CreateTable created) {
            return Optional.ofNullable(created.table().options().partitionOf()).map(PartitionOf::table);
        }
        return change instanceof OnTable addition ? Optional.of(addition.table()) : Optional.empty();
    }

    private static Set<QualifiedName> withRows(Session session, List<QualifiedName> tables, LiveDatabase live)
            throws SQLException {
        if (tables.isEmpty()) {
            return Set.of();
        }
        List<String> queries = new ArrayList<>();
        for (int place = 0; place < tables.size(); place++) {
            queries.add("SELECT " + place + " WHERE " + hasRows(tables.get(place), live));
        }
        Optional<List<List<String>>> found = ask(session, String.join(" UNION ALL ", queries));
        Set<QualifiedName> withRows = new HashSet<>();
        found.ifPresentOrElse(
                rows -> rows.forEach(row -> withRows.add(tables.get(Integer.parseInt(row.getFirst())))),
                () -> withRows.addAll(tables));
        return withRows;
    }

    /** A view has those of its tables, and is not run to find out; a materialized view can be asked only where it is filled. */
    private static String hasRows(QualifiedName table, LiveDatabase live) {
        if (live.table(table).isPresent()) {
            return "EXISTS (SELECT FROM " + SqlText.qualified(table) + ")";
        }
        boolean isView = live.objects().stream()
                .map(Live::object)
                .anyMatch(object -> object instanceof View && object.name().equals(table));
        return isView ? "true" : "pg_relation_size(" + SqlText.literal(SqlText.qualified(table)) + ") > 0";
    }

    private static Optional<String> obstacle(Session session, SqlChange change, LiveDatabase live)
            throws SQLException {
        if (change instanceof AddColumn added && !added.column().nullable()
                && added.column().defaultValue() == null && added.column().generation() == null) {
            return Optional.of("the table has rows and the column is NOT NULL without a default; give it a default, or"
                    + " make it nullable, fill it, and let a migration set NOT NULL");
        }
        for (Violation violation : Violation.of(change, live)) {
            Optional<List<List<String>>> sample = ask(session, violation.query());
            if (sample.isPresent() && !sample.get().isEmpty()) {
                return Optional.of(violation.reason(sample.get()));
            }
        }
        return Optional.empty();
    }

    /** The rows of a query; empty where the server refuses to answer it. */
    static Optional<List<List<String>>> ask(Session session, String query) throws SQLException {
        session.execute(SAVEPOINT);
        try {
            return Optional.of(session.query(List.of(query)));
        } catch (SQLException e) {
            if (ServerError.of(e) != ServerError.FAILED) {
                throw e;
            }
            session.execute(ROLLBACK);
            return Optional.empty();
        }
    }
}
