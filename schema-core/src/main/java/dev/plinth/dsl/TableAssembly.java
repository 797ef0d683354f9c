package dev.plinth.dsl;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.DefaultNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    Table table() {
        claimGivenNames();
        List<Column> columns = columns();
        List<Constraint> constraints = constraints();
        List<Index> indexes = indexes();
        return new Table(
                draft.name(),
                columns,
                constraints,
                indexes,
                triggers(),
                rules(),
                draft.options.toModel(columns),
                rowSecurity(),
                objects(columns, constraints, indexes),
                draft.description);
    }

    private List<DatabaseObject> objects(List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        Set<DatabaseObject> objects = new LinkedHashSet<>(draft.objects);
        for (TriggerStatement trigger : draft.triggers) {
            objects.addAll(trigger.function().toList());
        }
        objects.addAll(Comments.of(Target.Kind.TABLE, draft, constraints, indexes));
        for (Column column : columns) {
            OwnedSequence sequence = column.sequence();
            String text = draft.sequenceComments.get(column.name());
            if (sequence != null && text != null) {
                Target target = Target.of(Target.Kind.SEQUENCE, draft.name().sibling(sequence.name()));
                objects.add(new Comment(target, text));
            }
        }
        return List.copyOf(objects);
    }

    private List<Trigger> triggers() {
        List<Trigger> triggers = new ArrayList<>();
        for (TriggerStatement trigger : draft.triggers) {
            triggers.add(trigger.toModel());
        }
        return triggers;
    }

    private RowSecurity rowSecurity() {
        List<Policy> policies = new ArrayList<>();
        for (PolicyStatement policy : draft.policies) {
            policies.add(policy.toModel());
        }
        return new RowSecurity(draft.rowSecurityEnabled, draft.rowSecurityForced, policies);
    }

    private List<RewriteRule> rules() {
        List<RewriteRule> rules = new ArrayList<>();
        for (RuleStatement rule : draft.rules) {
            rules.add(rule.toModel());
        }
        return rules;
    }

    private List<Column> columns() {
        KeyStatement primaryKey = draft.primaryKey().orElse(null);
        List<String> key = primaryKey == null ? List.of() : primaryKey.columns();
        List<Column> columns = new ArrayList<>();
        if (draft.options.isPartition()) {
            for (Column column : passedOn) {
                columns.add(ofPartition(column, key.contains(column.name())));
            }
            return columns;
        }
        for (ColumnHandle column : draft.columns.values()) {
            columns.add(withSequenceName(column.toModel(key.contains(column.name()))));
        }
        return columns;
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
        for (ConstraintStatement constraint : draft.constraints) {
            claim(constraint, constraint.givenName());
        }
        for (IndexStatement index : draft.indexes) {
            if (index.givenName() != null) {
                relationNames.add(index.givenName());
            }
        }
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
        List<ConstraintStatement> inOrder = new ArrayList<>(draft.constraints);
        inOrder.sort(Comparator.comparingInt(ConstraintStatement::namingOrder));
        for (ConstraintStatement constraint : inOrder) {
            names.put(constraint, name(constraint));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (ConstraintStatement constraint : draft.constraints) {
            constraints.add(constraint.toModel(names.getOrDefault(constraint, "")));
        }
        return constraints;
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
        List<Index> indexes = new ArrayList<>();
        for (IndexStatement index : draft.indexes) {
            indexes.add(index(index));
        }
        return indexes;
    }

    private Index index(IndexStatement index) {
        String given = index.givenName();
        String name = given == null ? index.defaultName(tableName, relationNames) : given;
        relationNames.add(name);
        return index.toModel(name);
    }
}
