package dev.plinth.rule;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;

/** Something of a table or another object that has a name, and the kind inside which the name must be unique. */
record NamedPart(String kind, String name) {

    /** Columns and the sequences that they own, constraints, indexes, triggers and policies, in this order. */
    static List<NamedPart> of(Table table) {
        List<NamedPart> parts = new ArrayList<>();
        addColumns(parts, table.columns());
        for (Constraint constraint : table.constraints()) {
            parts.add(new NamedPart("constraint", constraint.name()));
        }
        for (Trigger trigger : table.triggers()) {
            if (trigger.constraint() != null) {
                parts.add(new NamedPart("constraint", trigger.name()));
            }
        }
        for (Index index : table.indexes()) {
            parts.add(new NamedPart("index", index.name()));
        }
        for (Trigger trigger : table.triggers()) {
            parts.add(new NamedPart("trigger", trigger.name()));
        }
        for (RewriteRule rule : table.rules()) {
            parts.add(new NamedPart("rule", rule.name()));
        }
        for (Policy policy : table.rowSecurity().policies()) {
            parts.add(new NamedPart("policy", policy.name()));
        }
        return parts;
    }

    private static void addColumns(List<NamedPart> parts, List<Column> columns) {
        for (Column column : columns) {
            parts.add(new NamedPart("column", column.name()));
        }
        for (Column column : columns) {
            OwnedSequence sequence = column.sequence();
            if (sequence != null) {
                parts.add(new NamedPart("sequence", sequence.name()));
            }
        }
        for (Column column : columns) {
            String notNull = column.options().notNullName();
            if (notNull != null) {
                parts.add(new NamedPart("constraint", notNull));
            }
        }
    }

    /** Checks of domains, attributes, multirange types, and the arguments that have a name. */
    static List<NamedPart> of(DatabaseObject object) {
        return switch (object) {
            case DomainType domain ->
                domain.checks().stream().map(it -> new NamedPart("constraint", it.name())).toList();
            case CompositeType type ->
                type.attributes().stream().map(it -> new NamedPart("attribute", it.name())).toList();
            case RangeType range -> List.of(new NamedPart("multirange type", range.multirange().name()));
            case Function function -> ofArguments(function.arguments());
            case Aggregate aggregate -> ofArguments(aggregate.arguments());
            case NamedQuery view -> ofView(view);
            case EnumType ignored -> List.of();
            case Sequence ignored -> List.of();
            case Collation ignored -> List.of();
            case UserOperator ignored -> List.of();
            case Cast ignored -> List.of();
            case Statistics ignored -> List.of();
            case TextSearchDictionary ignored -> List.of();
            case TextSearchConfiguration ignored -> List.of();
            case Supplement ignored -> List.of();
        };
    }

    private static List<NamedPart> ofArguments(List<Argument> arguments) {
        List<NamedPart> parts = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!argument.name().isEmpty()) {
                parts.add(new NamedPart("argument", argument.name()));
            }
        }
        return parts;
    }

    private static List<NamedPart> ofView(NamedQuery view) {
        List<NamedPart> parts = new ArrayList<>();
        view.columns().forEach(it -> parts.add(new NamedPart("column", it)));
        if (view instanceof View one) {
            one.defaults().forEach(it -> parts.add(new NamedPart("default", it.column())));
        }
        parts.addAll(of(view.parts()));
        return parts;
    }
}
