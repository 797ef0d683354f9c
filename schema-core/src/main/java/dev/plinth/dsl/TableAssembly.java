package dev.plinth.dsl;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.naming.DefaultNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of a table from its finished draft. Names that are not given are chosen last, in the order in which
 * PostgreSQL chooses them: sequences, checks, primary key, unique constraints, foreign keys, indexes.
 */
final class TableAssembly {

    private final TableDraft draft;
    private final String tableName;
    private final Set<String> constraintNames = new HashSet<>();
    private final Set<String> relationNames = new HashSet<>();

    private final List<Column> passedOn;

    TableAssembly(TableDraft draft) {
        this(draft, List.of());
    }

    /** @param passedOn the columns that a partition has from its table */
    TableAssembly(TableDraft draft, List<Column> passedOn) {
        this.draft = draft;
        this.tableName = draft.name().name();
        this.passedOn = passedOn;
    }

    private Stream<Comment> commentOnSequence(Column column) {
        OwnedSequence sequence = column.sequence();
        String text = draft.sequenceComments.get(column.name());
        return sequence == null || text == null
                ? Stream.empty()
                : Stream.of(new Comment(Target.of(Target.Kind.SEQUENCE, draft.name().sibling(sequence.name())), text));
    }

    Table table() {
        claimGivenNames();
        List<Column> columns = columns();
        List<Constraint> constraints = constraints();
        List<Index> indexes = indexes();
        List<DatabaseObject> objects = Stream.of(
                draft.objects.stream(),
                draft.triggers.stream().flatMap(TriggerStatement::function),
                Comments.of(Target.Kind.TABLE, draft, constraints, indexes).stream(),
                columns.stream().flatMap(this::commentOnSequence))
                .flatMap(it -> it)
                .<DatabaseObject>map(it -> it)
                .distinct()
                .toList();
        return new Table(
                draft.name(),
                columns,
                constraints,
                indexes,
                draft.triggers.stream().map(TriggerStatement::toModel).toList(),
                draft.rules.stream().map(RuleStatement::toModel).toList(),
                draft.options.toModel(columns),
                draft.rowSecurity(),
                objects,
                draft.description);
    }

    private List<Column> columns() {
        List<String> key = draft.primaryKey().map(KeyStatement::columns).orElse(List.of());
        if (draft.options.isPartition()) {
            return passedOn.stream().map(column -> ofPartition(column, key.contains(column.name()))).toList();
        }
        return draft.columns.values().stream()
                .map(column -> withSequenceName(column.toModel(key.contains(column.name()))))
                .toList();
    }

    /** A column of the partitioned table with what the partition says of it itself. */
    private Column ofPartition(Column column, boolean inKey) {
        ColumnHandle handle = draft.columns.get(column.name());
        return (handle == null ? ColumnHandle.inherited(draft, column) : handle.inheriting(List.of(column)))
                .toModel(inKey);
    }

    /** PostgreSQL chooses the names of sequences before those of constraints and indexes. */
    private Column withSequenceName(Column column) {
        OwnedSequence sequence = column.sequence();
        if (sequence == null) {
            return column;
        }
        String name = sequence.name().isEmpty()
                ? DefaultNames.sequence(tableName, column.name(), relationNames)
                : sequence.name();
        relationNames.add(name);
        OwnedSequence named = new OwnedSequence(name, sequence.options());
        return column.withGeneration(
                column.generation() instanceof Generation.Identity identity
                        ? new Generation.Identity(identity.always(), named)
                        : new Generation.Serial(named));
    }

    private void claimGivenNames() {
        relationNames.add(tableName);
        draft.constraints.forEach(it -> claim(it, it.givenName()));
        draft.indexes.stream().flatMap(it -> Stream.ofNullable(it.givenName())).forEach(relationNames::add);
    }

    /** Primary keys, unique and exclusion constraints are relations too. */
    private void claim(ConstraintStatement constraint, @Nullable String name) {
        if (name != null) {
            constraintNames.add(name);
            if (constraint.isRelation()) {
                relationNames.add(name);
            }
        }
    }

    private List<Constraint> constraints() {
        Map<ConstraintStatement, String> names = new HashMap<>();
        draft.constraints.stream()
                .sorted(Comparator.comparingInt(ConstraintStatement::namingOrder))
                .forEach(it -> names.put(it, name(it)));
        return draft.constraints.stream().map(it -> it.toModel(names.getOrDefault(it, ""))).toList();
    }

    private String name(ConstraintStatement constraint) {
        String given = constraint.givenName();
        if (given != null) {
            return given;
        }
        String chosen = constraint.defaultName(tableName, taken(constraint));
        claim(constraint, chosen);
        return chosen;
    }

    private Set<String> taken(ConstraintStatement constraint) {
        if (!constraint.isRelation()) {
            return constraintNames;
        }
        Set<String> both = new HashSet<>(constraintNames);
        both.addAll(relationNames);
        return both;
    }

    private List<Index> indexes() {
        return draft.indexes.stream().map(this::index).toList();
    }

    private Index index(IndexStatement index) {
        String given = index.givenName();
        String name = given == null ? index.defaultName(tableName, relationNames) : given;
        relationNames.add(name);
        return index.toModel(name);
    }
}
