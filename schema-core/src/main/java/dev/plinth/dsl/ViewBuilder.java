package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.model.sql.View;
import dev.plinth.model.sql.View.CheckOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a view says besides its query. Lives inside the lambda of {@code view(...)}. */
public final class ViewBuilder extends NamedQueryBuilder<ViewBuilder> {

    private boolean securityBarrier;
    private boolean securityInvoker;
    private CheckOption checkOption = CheckOption.NONE;
    private final Map<String, Expression> defaults = new LinkedHashMap<>();

    private ViewBuilder(QualifiedName name, String query) {
        super("view", name, query);
    }

    static View build(QualifiedName name, String query, Consumer<ViewBuilder> body) {
        ViewBuilder builder = new ViewBuilder(name, query);
        body.accept(builder);
        builder.draft.close();
        return builder.toModel();
    }

    @Override
    ViewBuilder self() {
        return this;
    }

    /** WITH (security_barrier): conditions of whoever asks see only rows that the view lets through. */
    public ViewBuilder securityBarrier() {
        draft.requireOpen();
        securityBarrier = true;
        return this;
    }

    /** WITH (security_invoker): the tables are read with the rights of whoever asks. PostgreSQL 15 or later. */
    public ViewBuilder securityInvoker() {
        draft.requireOpen();
        securityInvoker = true;
        return this;
    }

    /** WITH CHECK OPTION: no row is written through it that this view, or one below it, would not show. */
    public ViewBuilder withCheckOption() {
        return checkOption(CheckOption.CASCADED);
    }

    /** WITH LOCAL CHECK OPTION: no row is written through it that this view itself would not show. */
    public ViewBuilder withLocalCheckOption() {
        return checkOption(CheckOption.LOCAL);
    }

    private ViewBuilder checkOption(CheckOption wanted) {
        draft.requireOpen();
        if (checkOption != CheckOption.NONE) {
            throw draft.refusal(
                    "already has its check option", "Keep withCheckOption() or withLocalCheckOption().");
        }
        checkOption = wanted;
        return this;
    }

    /** A trigger; go on with {@code insteadOf}, {@code forEachRow}, and {@code execute}. */
    public TriggerStatement trigger(String name) {
        return draft.begin(draft.trigger(name, false), ViewBuilder.class);
    }

    /** A rewrite rule; go on with {@code on} and {@code doInstead} or {@code doAlso}. */
    public RuleStatement rule(String name) {
        return draft.begin(draft.rule(name), ViewBuilder.class);
    }

    /** SET DEFAULT of a column: what an INSERT through the view takes that gives no value. */
    public ViewBuilder defaultTo(String column, Expression value) {
        draft.requireOpen();
        Expression earlier = defaults.putIfAbsent(column, value);
        if (earlier != null) {
            String message = "default was already set to " + Spelling.of(earlier);
            throw draft.refusal(column, message, "Keep one of the two defaultTo(...).");
        }
        return this;
    }

    /** SET DEFAULT nextval of a sequence, which comes into the schema with the view. */
    public ViewBuilder defaultTo(String column, NextValue value) {
        defaultTo(column, new Expression.NextValue(value.sequence().name()));
        draft.objects.add(value.sequence());
        return this;
    }

    /** SET DEFAULT, as SQL text. */
    public ViewBuilder defaultTo(String column, SqlExpression value) {
        return defaultTo(column, value.expression());
    }

    private View toModel() {
        List<DatabaseObject> objects = Stream.of(
                draft.triggers.stream().flatMap(TriggerStatement::function),
                draft.objects.stream(),
                comments(Kind.VIEW, List.of()).stream())
                .flatMap(some -> some)
                .<DatabaseObject>map(object -> object)
                .distinct()
                .toList();
        return new View(
                draft.name(),
                columns,
                query,
                new View.Options(securityBarrier, securityInvoker, checkOption),
                defaults.entrySet().stream().map(it -> new ColumnDefault(it.getKey(), it.getValue())).toList(),
                draft.triggers.stream().map(TriggerStatement::toModel).toList(),
                draft.rules.stream().map(RuleStatement::toModel).toList(),
                dependsOn,
                objects,
                draft.description);
    }
}
