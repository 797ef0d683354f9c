package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Aggregate.Kind;
import dev.plinth.model.sql.Aggregate.Moving;
import dev.plinth.model.sql.Aggregate.Partial;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.AggregateState.Last;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aggregates. */
final class AggregateJson {

    private static final String NAME = "name";

    private AggregateJson() {}

    static Fields write(Aggregate aggregate) {
        Moving moving = aggregate.moving();
        Operator operator = aggregate.sortOperator();
        return new Fields()
                .put("aggregateKind", aggregate.kind() == Kind.ORDINARY ? null : aggregate.kind())
                .each("arguments", aggregate.arguments(), FunctionJson::argument)
                .put("directArguments", aggregate.directArguments() == 0 ? null : aggregate.directArguments())
                .put("state", state(aggregate.state()))
                .put("moving", moving == null ? null : state(moving.state()).put("inverse", name(moving.inverse())))
                .put("combine", name(aggregate.partial().combine()))
                .put("serial", name(aggregate.partial().serial()))
                .put("deserial", name(aggregate.partial().deserial()))
                .put(
                        "sortOperator",
                        operator == null
                                ? null
                                : StorageJson.source(operator.source()).put(NAME, operator.symbol()))
                .put("parallel", aggregate.parallel() == Parallel.UNSAFE ? null : aggregate.parallel());
    }

    static Aggregate read(JsonObject aggregate) {
        return new Aggregate(
                NameJson.read(aggregate, NAME),
                aggregate.constant("aggregateKind", Kind.ORDINARY),
                aggregate.each("arguments", FunctionJson::argument),
                aggregate.has("directArguments") ? aggregate.integer("directArguments") : 0,
                aggregate.object("state", AggregateJson::state),
                aggregate.optionalObject(
                        "moving", it -> new Moving(state(it), it.object("inverse", AggregateJson::name)))
                        .orElse(null),
                new Partial(name(aggregate, "combine"), name(aggregate, "serial"), name(aggregate, "deserial")),
                aggregate.optionalObject(
                        "sortOperator", it -> new Operator(StorageJson.source(it), it.text(NAME)))
                        .orElse(null),
                aggregate.constant("parallel", Parallel.UNSAFE),
                List.of(),
                aggregate.optionalText("description"));
    }

    private static Fields state(AggregateState state) {
        Last last = state.last();
        return new Fields()
                .put("function", name(state.function()))
                .put("type", TypeJson.write(state.type()))
                .put("space", state.space() == 0 ? null : state.space())
                .put("initial", state.initial())
                .put("last", last == null ? null : name(last.function()))
                .flag("extra", last != null && last.extra())
                .put("modify", last == null ? null : last.modify());
    }

    private static AggregateState state(JsonObject state) {
        QualifiedName last = name(state, "last");
        boolean extra = state.flag("extra");
        Modify modify = state.optionalConstant("modify", Modify.class);
        return new AggregateState(
                state.object("function", AggregateJson::name),
                state.object("type", TypeJson::read),
                state.has("space") ? state.integer("space") : 0,
                state.optionalText("initial"),
                last == null ? null : new Last(last, extra, modify == null ? Modify.READ_ONLY : modify));
    }

    private static @Nullable Fields name(@Nullable QualifiedName name) {
        return name == null ? null : NameJson.write(name, NAME);
    }

    private static QualifiedName name(JsonObject name) {
        return NameJson.read(name, NAME);
    }

    private static @Nullable QualifiedName name(JsonObject object, String field) {
        return object.optionalObject(field, AggregateJson::name).orElse(null);
    }
}
