package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is declared outside of {@code public} exists once for all tenants, so it cannot point to something that every
 * tenant has for itself.
 */
final class SharedNeedsTenant implements TableRule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.of(
                TableRule.super.check(schema),
                schema.objects(Statistics.class).stream()
                        .filter(it -> !it.name().isInDefaultNamespace() && it.table().isInDefaultNamespace())
                        .map(this::problem),
                schema.objects(NamedQuery.class).stream()
                        .filter(view -> !view.name().isInDefaultNamespace())
                        .flatMap(view -> check(view, schema)))
                .flatMap(it -> it);
    }

    private Problem problem(Statistics statistics) {
        return error(
                statistics.name().display(),
                "the statistics object is shared by all tenants and is of " + statistics.table().name()
                        + ", which each of them has",
                "Declare both with the same namespace(\"" + statistics.name().namespace() + "\"), or both without.");
    }

    private Stream<Problem> check(NamedQuery view, Schema schema) {
        Set<QualifiedName> own = schema.names();
        return QualifiedText.of(view.query()).names().stream()
                .filter(name -> name.isInDefaultNamespace() && own.contains(name))
                .map(name -> error(
                        view.name().display(),
                        "the view is shared by all tenants and reads " + name.name() + ", which each of them has",
                        "Declare both with the same namespace(\"" + view.name().namespace() + "\"), or both without."));
    }

    @Override
    public Stream<Problem> check(Table table) {
        if (table.name().isInDefaultNamespace()) {
            return Stream.empty();
        }
        Stream<Problem> keys = table.constraints(ForeignKey.class).stream()
                .filter(key -> key.target().isInDefaultNamespace())
                .map(key -> problem(table, key.name(), "references " + key.target().name()));
        Stream<Problem> triggers = table.triggers().stream()
                .filter(trigger -> !trigger.call().exists() && trigger.function().isInDefaultNamespace())
                .map(trigger -> problem(table, trigger.name(), "executes " + trigger.function().name() + "()"));
        Stream<Problem> columns = table.columns().stream().flatMap(column -> used(column)
                .filter(QualifiedName::isInDefaultNamespace)
                .map(name -> problem(table, column.name(), "uses " + name.name())));
        return Stream.of(above(table), keys, triggers, otherTables(table), columns).flatMap(it -> it);
    }

    private Stream<Problem> above(Table table) {
        String subject = table.name().display();
        PartitionOf part = table.options().partitionOf();
        return Stream.concat(
                table.options().inherits().stream()
                        .filter(QualifiedName::isInDefaultNamespace)
                        .map(parent -> shared(table, subject, "inherits from " + parent.name())),
                part == null || !part.table().isInDefaultNamespace()
                        ? Stream.empty()
                        : Stream.of(shared(table, subject, "is a partition of " + part.table().name())));
    }

    /** FROM of constraint triggers. */
    private Stream<Problem> otherTables(Table table) {
        return table.triggers().stream().flatMap(trigger -> {
            Trigger.Constraint constraint = trigger.constraint();
            QualifiedName from = constraint == null ? null : constraint.from();
            return from == null || !from.isInDefaultNamespace()
                    ? Stream.empty()
                    : Stream.of(problem(table, trigger.name(), "is checked from " + from.name()));
        });
    }

    private static Stream<QualifiedName> used(Column column) {
        Stream<QualifiedName> sequence = column.defaultValue() instanceof Expression.NextValue next
                ? Stream.of(next.sequence())
                : Stream.empty();
        return Stream.of(column.type().createdName().stream(), sequence, Stream.ofNullable(column.collation()))
                .flatMap(it -> it);
    }

    private Problem problem(Table table, String part, String what) {
        return shared(table, TableRule.part(table, part), what);
    }

    private Problem shared(Table table, String subject, String what) {
        return error(
                subject,
                "the table is shared by all tenants and " + what + ", which each of them has",
                "Declare both with the same namespace(\"" + table.name().namespace() + "\"), or both without.");
    }
}
