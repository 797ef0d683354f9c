package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.View;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is declared outside of {@code public} exists once for all tenants, so it cannot point to something that every
 * tenant has for itself.
 */
final class SharedNeedsTenant implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> own = schema.names();
        return Stream.of(
                schema.tables().stream()
                        .filter(table -> !table.name().isInDefaultNamespace())
                        .flatMap(table -> check(table, own)),
                schema.objects(Statistics.class).stream()
                        .filter(it -> !it.name().isInDefaultNamespace() && it.table().isInDefaultNamespace())
                        .map(this::problem),
                schema.objects(TextSearchConfiguration.class).stream()
                        .filter(it -> !it.name().isInDefaultNamespace())
                        .flatMap(it -> check(it, own)),
                schema.objects(NamedQuery.class).stream()
                        .filter(view -> !view.name().isInDefaultNamespace())
                        .flatMap(view -> check(view, own)))
                .flatMap(it -> it);
    }

    private Stream<Problem> check(TextSearchConfiguration configuration, Set<QualifiedName> own) {
        return configuration.dictionaries()
                .flatMap(TextSearchName::inNamespace)
                .filter(dictionary -> isOfTenant(dictionary, own))
                .map(dictionary -> shared(
                        "text search configuration",
                        configuration.name(),
                        configuration.name().display(),
                        "uses " + dictionary.name()));
    }

    private Problem problem(Statistics statistics) {
        return shared(
                "statistics object",
                statistics.name(),
                statistics.name().display(),
                "is of " + statistics.table().name());
    }

    private Stream<Problem> check(NamedQuery view, Set<QualifiedName> own) {
        Stream<QualifiedName> declared = view.dependsOn().stream().map(ObjectName::name);
        Stream<Problem> read = Stream.concat(tenantNames(view.query(), own), declared.filter(it -> isOfTenant(it, own)))
                .distinct()
                .map(name -> shared("view", view.name(), view.name().display(), "reads " + name.name()));
        Stream<Problem> defaults = view instanceof View it
                ? it.defaults().stream().flatMap(one -> taken(one.value())
                        .filter(QualifiedName::isInDefaultNamespace)
                        .map(name -> shared(
                                "view", it.name(), TableRule.part(it.parts(), one.column()), "uses " + name.name())))
                : Stream.empty();
        return Stream.of(read, defaults, ofParts("view", view.parts(), own)).flatMap(it -> it);
    }

    private static Stream<QualifiedName> tenantNames(String text, Set<QualifiedName> own) {
        return QualifiedText.ofCode(text).names().stream().filter(name -> isOfTenant(name, own));
    }

    private static boolean isOfTenant(QualifiedName name, Set<QualifiedName> own) {
        return name.isInDefaultNamespace() && own.contains(name);
    }

    /** Triggers and rules. */
    private Stream<Problem> ofParts(String word, Table table, Set<QualifiedName> own) {
        Stream<Problem> triggers = table.triggers().stream()
                .filter(trigger -> !trigger.call().exists() && trigger.function().isInDefaultNamespace())
                .map(trigger -> shared(
                        word,
                        table.name(),
                        TableRule.part(table, trigger.name()),
                        "executes " + trigger.function().name() + "()"));
        Stream<Problem> rules = table.rules().stream().flatMap(rule -> rule.commands().stream()
                .flatMap(command -> tenantNames(command, own))
                .map(name -> shared(
                        word, table.name(), TableRule.part(table, rule.name()),
                        "names " + name.name() + " in a rule")));
        return Stream.concat(triggers, rules);
    }

    private Stream<Problem> check(Table table, Set<QualifiedName> own) {
        Stream<Problem> keys = table.constraints(ForeignKey.class).stream()
                .filter(key -> key.target().isInDefaultNamespace())
                .map(key -> problem(table, key.name(), "references " + key.target().name()));
        Stream<Problem> columns = table.columns().stream().flatMap(column -> used(column)
                .filter(QualifiedName::isInDefaultNamespace)
                .map(name -> problem(table, column.name(), "uses " + name.name())));
        return Stream.of(above(table), keys, ofParts("table", table, own), otherTables(table), columns)
                .flatMap(it -> it);
    }

    private Stream<Problem> above(Table table) {
        String subject = table.name().display();
        PartitionOf part = table.options().partitionOf();
        return Stream.concat(
                table.options().inherits().stream()
                        .filter(QualifiedName::isInDefaultNamespace)
                        .map(parent -> shared("table", table.name(), subject, "inherits from " + parent.name())),
                part == null || !part.table().isInDefaultNamespace()
                        ? Stream.empty()
                        : Stream.of(
                                shared("table", table.name(), subject, "is a partition of " + part.table().name())));
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
        return Stream
                .of(column.type().createdName().stream(), taken(column.defaultValue()),
                        Stream.ofNullable(column.collation()))
                .flatMap(it -> it);
    }

    private static Stream<QualifiedName> taken(@Nullable Expression value) {
        return value instanceof Expression.NextValue next ? Stream.of(next.sequence()) : Stream.empty();
    }

    private Problem problem(Table table, String part, String what) {
        return shared("table", table.name(), TableRule.part(table, part), what);
    }

    private Problem shared(String word, QualifiedName name, String subject, String what) {
        return error(
                subject,
                "the " + word + " is shared by all tenants and " + what + ", which each of them has",
                "Declare both with the same namespace(\"" + name.namespace() + "\"), or both without.");
    }
}
