package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import dev.plinth.model.sql.View;
import dev.plinth.naming.RoutineNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of SQL text that somebody wrote into a schema, with what it belongs to and what it is there. */
record SqlPart(String subject, String what, String text) {

    /** What the text of a view is. */
    static final String QUERY = "query";

    /** What the text of a rule does. */
    static final String COMMAND = "command";

    /** Whether what it names of the schema goes with a tenant. */
    boolean isRewritten() {
        return what.equals(QUERY) || what.equals(COMMAND);
    }

    /** Every piece of SQL text of a schema but the bodies of functions that are text, which are whole programs. */
    static Stream<SqlPart> of(Schema schema) {
        return Stream.of(
                schema.tables().stream().flatMap(SqlPart::of),
                schema.objects(DomainType.class).stream().flatMap(SqlPart::of),
                schema.objects(NamedQuery.class).stream().flatMap(SqlPart::of),
                schema.objects(Statistics.class).stream()
                        .flatMap(it -> it.expressions().stream()
                                .flatMap(text -> of(it.name().display(), "expression", text))),
                schema.functions().stream()
                        .flatMap(function -> function.arguments().stream()
                                .flatMap(it -> of(RoutineNames.of(function), "default", it.defaultValue()))),
                schema.functions().stream()
                        .flatMap(function -> function.body().sql().stream()
                                .map(it -> new SqlPart(RoutineNames.of(function), "body", it))),
                TypeUse.of(schema)
                        .flatMap(use -> nativeType(use.type()).map(it -> new SqlPart(use.subject(), "type", it))))
                .flatMap(it -> it);
    }

    private static Stream<SqlPart> of(DomainType domain) {
        String subject = domain.name().display();
        return Stream.concat(
                of(subject, "default", domain.defaultValue()),
                domain.checks().stream().flatMap(it -> of(subject + "." + it.name(), "condition", it.condition())));
    }

    private static Stream<SqlPart> of(NamedQuery view) {
        Stream<SqlPart> defaults = view instanceof View it
                ? it.defaults().stream().flatMap(one -> of(it.parts(), one.column(), "default", one.value()))
                : Stream.empty();
        return Stream.of(
                Stream.of(new SqlPart(view.name().display(), QUERY, view.query())), defaults, of(view.parts()))
                .flatMap(it -> it);
    }

    private static Stream<SqlPart> of(Table table) {
        return Stream.of(
                local(table).flatMap(it -> of(table, it.name(), "default", it.defaultValue())),
                local(table).flatMap(it -> it.generation() instanceof Generation.Computed computed
                        ? of(table, it.name(), "expression", computed.expression())
                        : Stream.<SqlPart>empty()),
                table.constraints(Check.class).stream()
                        .flatMap(it -> of(table, it.name(), "condition", it.condition())),
                table.constraints(Exclusion.class).stream()
                        .flatMap(it -> ofIndex(table, it.name(), it.keys(), it.predicate())),
                table.indexes().stream().flatMap(it -> ofIndex(table, it.name(), it.keys(), it.predicate())),
                table.triggers().stream().flatMap(it -> of(table, it.name(), "WHEN condition", it.condition())),
                table.rowSecurity().policies().stream().flatMap(it -> of(table, it)),
                table.rules().stream().flatMap(it -> of(table, it)),
                Stream.ofNullable(table.options().partitioning())
                        .flatMap(it -> ofIndex(table, "PARTITION BY", it.keys(), null)))
                .flatMap(it -> it);
    }

    private static Stream<SqlPart> of(Table table, RewriteRule rule) {
        return Stream.concat(
                of(table, rule.name(), "predicate", rule.condition()),
                rule.commands().stream().map(it -> new SqlPart(TableRule.part(table, rule.name()), COMMAND, it)));
    }

    private static Stream<Column> local(Table table) {
        return table.columns().stream()
                .filter(column -> column.options().origin() != ColumnOptions.Origin.INHERITED);
    }

    private static Stream<SqlPart> of(Table table, Policy policy) {
        return Stream.concat(
                of(table, policy.name(), "USING condition", policy.using()),
                of(table, policy.name(), "WITH CHECK condition", policy.withCheck()));
    }

    private static Stream<SqlPart> ofIndex(
            Table table, String name, List<IndexKey> indexKeys, @Nullable Expression predicate) {
        Stream<SqlPart> keys = indexKeys.stream().flatMap(key -> switch (key.target()) {
            case Target.OfColumn column -> Stream.<SqlPart>empty();
            case Target.OfExpression it -> of(table, name, "key", it.expression());
        });
        return Stream.concat(keys, of(table, name, "predicate", predicate));
    }

    private static Stream<SqlPart> of(Table table, String part, String what, @Nullable Expression expression) {
        return of(TableRule.part(table, part), what, expression);
    }

    private static Stream<SqlPart> of(String subject, String what, @Nullable Expression expression) {
        return expression instanceof Expression.Sql sql
                ? Stream.of(new SqlPart(subject, what, sql.text()))
                : Stream.empty();
    }

    private static Stream<String> nativeType(ColumnType type) {
        return switch (type) {
            case ColumnType.Native text -> Stream.of(text.sql());
            case ColumnType.Array array -> nativeType(array.element());
            case ColumnType.Named ignored -> Stream.empty();
            case UserType ignored -> Stream.empty();
            case ColumnType.BuiltIn ignored -> Stream.empty();
            case ColumnType.OfExtension ignored -> Stream.empty();
        };
    }
}
