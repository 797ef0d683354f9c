package dev.plinth.diff;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares one table and everything that belongs to it. */
final class TableDiff {

    private final Table declared;
    private final @Nullable LiveTable live;
    private final LiveDatabase database;
    private final Map<QualifiedName, String> relations;
    private final Set<QualifiedName> unusableTables;
    private final Set<QualifiedName> partitionsElsewhere;
    private final Set<String> roles;
    private final Answers answers;
    private final Findings findings;

    /** Columns whose live type differs: what is built on them waits for a person. */
    private final UnfitColumns unfitColumns = new UnfitColumns();

    /**
     * @param unusableTables those that cannot be, as something else has their name
     * @param partitionsElsewhere those that are there under another name
     */
    TableDiff(
            Table declared,
            @Nullable LiveTable live,
            LiveDatabase database,
            Set<QualifiedName> unusableTables,
            Set<QualifiedName> partitionsElsewhere,
            Answers answers,
            Findings findings) {
        this.declared = declared;
        this.live = live;
        this.database = database;
        this.relations = database.relations();
        this.roles = database.access().roles();
        this.unusableTables = unusableTables;
        this.partitionsElsewhere = partitionsElsewhere;
        this.answers = answers;
        this.findings = findings;
    }

    void compare() {
        if (live == null) {
            createUnlessThere();
            return;
        }
        TableOptionsDiff options = new TableOptionsDiff(declared, live, database, answers, findings);
        if (options.compare()) {
            findings.unmodelled(
                    Subject.of(ObjectKind.TABLE, declared.name().display()),
                    new Live<>(live, Live.State.USABLE, live.unmodelled()));
            compareColumns(live);
            compareConstraintsAndIndexes(live);
            options.compareMarks();
            new TriggerDiff(declared, live, answers, findings).compare();
            new PolicyDiff(declared, roles, answers, findings).compare(live.rowSecurity());
            new RuleDiff(declared, live, answers, findings).compare();
        }
    }

    /** By name, then among their own kind, then a unique constraint and a unique index may stand in for each other. */
    private void compareConstraintsAndIndexes(LiveTable table) {
        Unmatched unmatched = new Unmatched(table);
        ConstraintDiff constraints = new ConstraintDiff(declared, unmatched, answers, findings);
        IndexDiff indexes = new IndexDiff(declared, table.options(), unmatched, answers, findings);
        constraints.compareNamesakes();
        indexes.compareNamesakes();
        constraints.findEquivalents();
        indexes.findEquivalents();
        constraints.findStandIns(this::addConstraint);
        indexes.findStandIns(this::addIndex);
    }

    /** A partition with the same rows under another name is the partition. */
    private void createUnlessThere() {
        Optional<QualifiedName> equivalent = new PartitionDiff(declared, database).equivalent();
        equivalent.ifPresentOrElse(
                other -> PartitionDiff.elsewhere(declared.name(), other, findings),
                this::createTable);
    }

    /** Foreign keys onto a table that cannot exist, and keys whose index name is taken, are left out of CREATE TABLE. */
    private void createTable() {
        Table created = declared.withoutIndexesAndTriggers()
                .withConstraints(declared.constraints().stream()
                        .filter(this::canBeAdded)
                        .toList());
        CreateTable change = new CreateTable(created);
        Optional<String> obstacle = declared.columns().stream()
                .flatMap(it -> obstacle(it).stream())
                .findFirst()
                .or(this::absentParent)
                .or(() -> new PartitionDiff(declared, database).obstacle());
        obstacle.ifPresentOrElse(reason -> findings.obstructed(change, reason), () -> findings.missing(change));
        declared.constraints().stream().filter(constraint -> !canBeAdded(constraint)).forEach(this::addConstraint);
        declared.indexes().forEach(index -> addIndex(CreateIndex.of(declared, index)));
        declared.triggers().forEach(trigger -> findings.missing(new CreateTrigger(declared.name(), trigger)));
        new PolicyDiff(declared, roles, answers, findings).compare(LiveRowSecurity.NONE);
        declared.rules().forEach(rule -> findings.missing(new CreateRule(declared.name(), rule)));
    }

    /** Why a column cannot be created: its sequence finds its name taken. */
    private Optional<String> obstacle(Column column) {
        OwnedSequence sequence = column.sequence();
        String holder = sequence == null ? null : holder(sequence.name());
        if (sequence != null && holder != null) {
            findings.conflict(
                    Subject.column(declared.name(), column.name()), "a sequence \"" + sequence.name() + "\"", holder);
            return Optional.of("the name of its sequence, " + sequence.name() + ", is taken by " + holder);
        }
        return Optional.empty();
    }

    /** Nothing can be created below a table whose name is taken, or that is there under another name. */
    private Optional<String> absentParent() {
        return parents().stream()
                .filter(this::isAbsent)
                .findFirst()
                .map(parent -> parent.display() + " is not there under that name");
    }

    private boolean isAbsent(QualifiedName table) {
        return unusableTables.contains(table) || partitionsElsewhere.contains(table);
    }

    private boolean canBeAdded(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key -> !isAbsent(key.target());
            case Constraint.Key key -> holder(key.name()) == null;
            case Constraint.Check ignored -> true;
        };
    }

    private void compareColumns(LiveTable table) {
        for (Column column : declared.columns()) {
            Live<Column> existing = table.column(column.name()).orElse(null);
            if (existing == null && !column.options().isLocal()) {
                // The table above gets it, and passes it on.
                continue;
            }
            compareOrigin(table, column, existing);
            if (existing != null && !column.options().isLocal()) {
                InheritedColumns.compareOptions(declared.name(), existing.object(), parents(), database, findings);
            }
            if (isAsAbove(column, existing)) {
                continue;
            }
            if (existing == null) {
                addColumn(table, new AddColumn(declared.name(), column));
            } else if (!ColumnDiff.compare(declared.name(), column, existing, answers, findings)) {
                unfitColumns.add(column, existing.object());
            }
        }
    }

    /** Where a parent loses a column, a child keeps what it declares itself. */
    private void compareOrigin(LiveTable table, Column column, @Nullable Live<Column> existing) {
        List<QualifiedName> parents = declared.options().inherits();
        if (existing != null && !parents.isEmpty() && parents.equals(table.options().inherits())) {
            findings.text(
                    Subject.column(declared.name(), column.name()),
                    "inheritance",
                    column.options().isLocal() ? "a column of its own" : "inherited",
                    existing.object().options().isLocal() ? "a column of its own" : "inherited");
        }
    }

    /** Whatever differs in a column that is inherited differs in the table above, and is said there. */
    private boolean isAsAbove(Column column, @Nullable Live<Column> existing) {
        return existing != null
                && column.options().origin() == ColumnOptions.Origin.INHERITED
                && parents().stream()
                        .flatMap(parent -> database.table(parent).stream())
                        .anyMatch(parent -> parent.column(column.name())
                                .map(Live::object)
                                .filter(above -> above.nullable() == existing.object().nullable()
                                        && InheritedColumns.hasSameDefault(parent, above, existing.object()))
                                .isPresent());
    }

    private List<QualifiedName> parents() {
        PartitionOf partition = declared.options().partitionOf();
        return partition == null ? declared.options().inherits() : List.of(partition.table());
    }

    /** A column that differs in capital letters only was written without quotes; a twin is not wanted. */
    private void addColumn(LiveTable table, AddColumn change) {
        String name = change.column().name();
        Optional<String> lookAlike = table.columns().stream()
                .map(column -> column.object().name())
                .filter(name::equalsIgnoreCase)
                .filter(other -> declared.column(other).isEmpty())
                .findFirst();
        lookAlike.ifPresentOrElse(
                other -> {
                    findings.conflict(change.subject(), "a column \"" + name + "\"", "a column \"" + other + "\"");
                    findings.obstructed(change, "there is a column \"" + other + "\"");
                },
                () -> obstacle(change.column())
                        .ifPresentOrElse(
                                reason -> findings.obstructed(change, reason), () -> findings.missing(change)));
    }

    private void addConstraint(Constraint constraint) {
        List<IndexMark> marks = declared.options().marks(constraint.name());
        SqlChange change = new Change.AddConstraint(
                declared.name(), constraint, live == null ? marks : live.options().free(marks));
        switch (constraint) {
            case Constraint.Check check -> addUnless(unfitColumns.obstacle(check), change);
            case Constraint.PrimaryKey key ->
                addNamed(change, key.name(), "a primary key", unfitColumns.obstacle(key.columns()));
            case Constraint.Unique key -> addNamed(change, key.name(), "a unique constraint", Optional.empty());
            case Constraint.Exclusion key ->
                addNamed(change, key.name(), "an exclusion constraint", unfitColumns.obstacle(key));
            case Constraint.ForeignKey key -> {
                if (isAbsent(key.target())) {
                    findings.obstructed(change, key.target().display()
                            + (unusableTables.contains(key.target())
                                    ? " is not a table"
                                    : " is not there under that name"));
                } else {
                    addUnless(unfitColumns.obstacle(key.columns()), change);
                }
            }
        }
    }

    private void addIndex(CreateIndex change) {
        addNamed(change, change.index().name(), "an index", unfitColumns.obstacle(change.index()));
    }

    /** Indexes, and the constraints that have one, need a name that no other relation of the namespace has. */
    private void addNamed(SqlChange change, String name, String what, Optional<String> obstacle) {
        String holder = holder(name);
        if (holder == null) {
            addUnless(obstacle, change);
        } else {
            findings.conflict(change.subject(), what, holder);
        }
    }

    private void addUnless(Optional<String> obstacle, SqlChange change) {
        obstacle.ifPresentOrElse(reason -> findings.obstructed(change, reason), () -> findings.missing(change));
    }

    private @Nullable String holder(String name) {
        return relations.get(declared.name().sibling(name));
    }
}
