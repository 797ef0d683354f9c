package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Aggregate.Kind;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Aggregates. A template, as jOOQ has no word for them; what PostgreSQL does by default is left out. */
final class AggregateRenderer {

    private final TypeRenderer types;
    private final KeyRenderer keys;

    AggregateRenderer(TypeRenderer types, KeyRenderer keys) {
        this.types = types;
        this.keys = keys;
    }

    QueryPart create(Aggregate aggregate) {
        return DSL.query(
                "CREATE AGGREGATE {0}({1}) ({2})",
                Parts.name(aggregate.name()),
                Parts.raw(arguments(aggregate)),
                Parts.raw(String.join(", ", options(aggregate))));
    }

    private String arguments(Aggregate aggregate) {
        List<Argument> all = aggregate.arguments();
        int direct = aggregate.directArguments();
        return switch (aggregate.kind()) {
            case ORDINARY -> all.isEmpty() ? "*" : list(all);
            case ORDERED_SET, HYPOTHETICAL_SET ->
                (direct == 0 ? "" : list(all.subList(0, direct)) + " ") + "ORDER BY "
                        + list(all.subList(direct, all.size()));
        };
    }

    private String list(List<Argument> arguments) {
        return arguments.stream().map(this::argument).collect(Collectors.joining(", "));
    }

    private String argument(Argument argument) {
        return (argument.mode() == Argument.Mode.VARIADIC ? "VARIADIC " : "")
                + (argument.name().isEmpty() ? "" : SqlText.identifier(argument.name()) + " ")
                + types.text(argument.type());
    }

    private List<String> options(Aggregate aggregate) {
        List<String> options = new ArrayList<>();
        Modify usual = aggregate.kind() == Kind.ORDINARY ? Modify.READ_ONLY : Modify.READ_WRITE;
        addState(options, "", aggregate.state(), usual);
        Aggregate.Moving moving = aggregate.moving();
        if (moving != null) {
            addState(options, "M", moving.state(), Modify.READ_ONLY);
            addName(options, "MINVFUNC", moving.inverse());
        }
        addName(options, "COMBINEFUNC", aggregate.partial().combine());
        addName(options, "SERIALFUNC", aggregate.partial().serial());
        addName(options, "DESERIALFUNC", aggregate.partial().deserial());
        if (aggregate.sortOperator() != null) {
            options.add("SORTOP = " + operator(aggregate.sortOperator()));
        }
        if (aggregate.parallel() != Parallel.UNSAFE) {
            options.add("PARALLEL = " + aggregate.parallel());
        }
        if (aggregate.kind() == Kind.HYPOTHETICAL_SET) {
            options.add("HYPOTHETICAL");
        }
        return options;
    }

    private void addState(List<String> options, String prefix, AggregateState state, Modify usual) {
        addName(options, prefix + "SFUNC", state.function());
        options.add(prefix + "STYPE = " + types.text(state.type()));
        if (state.space() != 0) {
            options.add(prefix + "SSPACE = " + state.space());
        }
        if (state.last() != null) {
            addName(options, prefix + "FINALFUNC", state.last().function());
            if (state.last().extra()) {
                options.add(prefix + "FINALFUNC_EXTRA");
            }
            if (state.last().modify() != usual) {
                options.add(prefix + "FINALFUNC_MODIFY = " + state.last().modify());
            }
        }
        if (state.initial() != null) {
            options.add(prefix + "INITCOND = " + SqlText.literal(state.initial()));
        }
    }

    private static void addName(List<String> options, String option, @Nullable QualifiedName name) {
        if (name != null) {
            options.add(option + " = " + SqlText.qualified(name));
        }
    }

    private String operator(Operator operator) {
        return "OPERATOR(" + keys.namespace(operator.source()) + "." + operator.symbol() + ")";
    }
}
