package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query for the rows that stand against an addition.
 *
 * @param query returns a few samples, no row where nothing stands against it
 * @param what what is wrong with those rows
 * @param remedy what to do about it
 */
record Violation(String query, String what, String remedy) {

    private static final String SAMPLES = " LIMIT 3";

    Violation(String query, String what) {
        this(query, what, "mend them, then apply again");
    }

    /** The reason, with the samples. */
    String reason(List<List<String>> samples) {
        String sample = samples.stream().map(row -> String.join(", ", row)).collect(Collectors.joining("; "));
        return what + ", for example " + sample + "; " + remedy;
    }

    /** What to look for before an addition to a table with rows; nothing where it concerns columns yet to be added. */
    static List<Violation> of(SqlChange change, LiveDatabase live) {
        return switch (change) {
            case AddConstraint added when added.constraint().enforcement() != Enforcement.ENFORCED -> List.of();
            case AddConstraint added -> ofConstraint(added.table(), added.constraint(), live);
            case ValidateConstraint validated -> ofConstraint(validated.table(), validated.constraint(), live);
            case CreateIndex created -> ofIndex(created.table(), created.index(), live);
            case RebuildIndex rebuilt -> ofRebuild(rebuilt, live);
            case AddColumn ignored -> List.of();
            case OnType ignored -> List.of();
            case CreateNamespace ignored -> List.of();
            case CreateExtension ignored -> List.of();
            case CreateObject ignored -> List.of();
            case CreateTable created -> PartitionRows.of(created.table(), live).stream().toList();
            case CreateTrigger ignored -> List.of();
            case OnRowSecurity ignored -> List.of();
            case CreateRule ignored -> List.of();
            case AddDefault ignored -> List.of();
        };
    }

    private static List<Violation> ofConstraint(QualifiedName table, Constraint constraint, LiveDatabase live) {
        return switch (constraint) {
            case Constraint.PrimaryKey key when hasColumns(live, table, key.columns()) ->
                key.withoutOverlaps()
                        ? List.of(nulls(table, key.columns()))
                        : List.of(nulls(table, key.columns()),
                                duplicates(table, identifiers(key.columns()), "", false));
            case Constraint.Unique key when !key.withoutOverlaps() && hasColumns(live, table, key.columns()) ->
                List.of(duplicates(table, identifiers(key.columns()), "", key.nullsNotDistinct()));
            case Constraint.ForeignKey key when !key.options().period() && hasColumns(live, table, key.columns()) ->
                List.of(orphans(table, key, live.table(key.target()).isPresent()));
            case Constraint.Check check -> List.of(refused(table, check.condition()));
            case Constraint.PrimaryKey ignored -> List.of();
            case Constraint.Unique ignored -> List.of();
            case Constraint.Exclusion ignored -> List.of();
            case Constraint.ForeignKey ignored -> List.of();
        };
    }

    private static List<Violation> ofIndex(QualifiedName table, Index index, LiveDatabase live) {
        if (!index.unique()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (IndexKey key : index.keys()) {
            switch (key.target()) {
                case IndexKey.Target.OfColumn column -> {
                    keys.add(SqlText.identifier(column.name()));
                    columns.add(column.name());
                }
                case IndexKey.Target.OfExpression text -> keys.add(SqlText.parenthesised(text.expression()));
            }
        }
        String condition = index.predicate() == null ? "" : " AND " + SqlText.parenthesised(index.predicate());
        return hasColumns(live, table, columns) ? List.of(duplicates(table, keys, condition, index.nullsNotDistinct()))
                : List.of();
    }

    /** A rebuild that failed before leaves an index of its own behind, which nothing would ever remove. */
    private static List<Violation> ofRebuild(RebuildIndex rebuilt, LiveDatabase live) {
        String pattern = rebuilt.index().name().replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
        String leftovers = "SELECT 'DROP INDEX CONCURRENTLY ' || c.oid::regclass FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = "
                + SqlText.literal(rebuilt.table().namespace()) + " AND c.relname LIKE "
                + SqlText.literal(pattern + "\\_ccnew%") + SAMPLES;
        List<Violation> violations = new ArrayList<>(ofIndex(rebuilt.table(), rebuilt.index(), live));
        violations.add(building(rebuilt.table()));
        violations.add(new Violation(leftovers, "an earlier rebuild left an index behind that a person has to remove"));
        return violations;
    }

    /**
     * Somebody who builds the index by hand would deadlock with the rebuild, or have it all done twice. Vacuum takes the
     * same lock, and an applier of this library is waited for.
     */
    private static Violation building(QualifiedName table) {
        return new Violation(
                "SELECT 'process ' || l.pid FROM pg_locks l WHERE l.locktype = 'relation' AND l.granted"
                        + " AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_backend_pid() AND l.relation = "
                        + SqlText.literal(SqlText.qualified(table)) + "::regclass AND l.database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND NOT EXISTS (SELECT FROM pg_stat_progress_vacuum v WHERE v.pid = l.pid)"
                        + " AND NOT EXISTS (SELECT FROM pg_stat_progress_analyze v WHERE v.pid = l.pid)"
                        + " AND NOT EXISTS (SELECT FROM pg_locks a WHERE a.pid = l.pid AND a.locktype = 'advisory'"
                        + " AND a.classid = " + AdvisoryLock.CLASS + ")" + SAMPLES,
                "another session is at work on the table and may be building it",
                "apply again when it is done");
    }

    private static boolean hasColumns(LiveDatabase live, QualifiedName table, List<String> columns) {
        Optional<LiveTable> liveTable = live.table(table).or(() -> live.view(table));
        return liveTable.isPresent() && columns.stream().allMatch(name -> liveTable.get().column(name).isPresent());
    }

    private static List<String> identifiers(List<String> columns) {
        return columns.stream().map(SqlText::identifier).toList();
    }

    private static Violation nulls(QualifiedName table, List<String> columns) {
        String condition =
                identifiers(columns).stream().map(name -> name + " IS NULL").collect(Collectors.joining(" OR "));
        return new Violation(
                "SELECT 'null in ' || " + SqlText.literal(String.join(", ", columns)) + " FROM "
                        + SqlText.qualified(table) + " WHERE " + condition + " LIMIT 1",
                "rows have no value in the key");
    }

    private static Violation duplicates(
            QualifiedName table, List<String> keys, String condition, boolean nullsNotDistinct) {
        String list = String.join(", ", keys);
        String present = nullsNotDistinct
                ? "true"
                : keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return new Violation(
                "SELECT " + list + " FROM " + SqlText.qualified(table) + " WHERE " + present + condition + " GROUP BY "
                        + list
                        + " HAVING count(*) > 1" + SAMPLES,
                "rows repeat a key");
    }

    private static Violation orphans(QualifiedName table, Constraint.ForeignKey key, boolean targetExists) {
        List<String> columns = identifiers(key.columns());
        List<String> targets = identifiers(key.targetColumns());
        String present = columns.stream()
                .map(name -> "c." + name + " IS NOT NULL")
                .collect(Collectors.joining(key.options().matchFull() ? " OR " : " AND "));
        List<String> pairs = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            pairs.add("p." + targets.get(place) + " = c." + columns.get(place));
        }
        String parent = targetExists
                ? " AND NOT EXISTS (SELECT FROM " + SqlText.qualified(key.target()) + " p WHERE "
                        + String.join(" AND ", pairs) + ")"
                : "";
        return new Violation(
                "SELECT " + columns.stream().map(name -> "c." + name).collect(Collectors.joining(", ")) + " FROM "
                        + SqlText.qualified(table) + " c WHERE (" + present + ")" + parent + SAMPLES,
                "rows point to no row of " + key.target().display());
    }

    private static Violation refused(QualifiedName table, Expression condition) {
        return new Violation(
                "SELECT 'the row at ctid ' || ctid FROM " + SqlText.qualified(table) + " WHERE NOT "
                        + SqlText.parenthesised(condition) + SAMPLES,
                "rows do not meet the condition");
    }
}
