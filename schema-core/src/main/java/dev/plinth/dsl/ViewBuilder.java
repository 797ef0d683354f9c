package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.model.sql.View;
import dev.plinth.model.sql.View.CheckOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a view says besides its query. Lives inside the lambda of {@code view(...)}. */
public final class ViewBuilder extends NamedQueryBuilder<ViewBuilder> {

    private boolean securityBarrier;
    private boolean securityInvoker;
    private CheckOption checkOption = CheckOption.NONE;

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

    private View toModel() {
        List<DatabaseObject> objects = Stream.concat(
                draft.triggers.stream().flatMap(TriggerStatement::function),
                comments(Kind.VIEW, List.of()).stream())
                .<DatabaseObject>map(object -> object)
                .distinct()
                .toList();
        return new View(
                draft.name(),
                columns,
                query,
                new View.Options(securityBarrier, securityInvoker, checkOption),
                draft.triggers.stream().map(TriggerStatement::toModel).toList(),
                draft.rules.stream().map(RuleStatement::toModel).toList(),
                dependsOn,
                objects,
                draft.description);
    }
}
