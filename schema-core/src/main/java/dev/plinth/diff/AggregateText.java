package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.Source;
import dev.plinth.naming.TypeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aggregates as text for messages, one text for each meaning. */
final class AggregateText {

    private AggregateText() {}

    /** The arguments, those behind ORDER BY too. */
    static String arguments(Aggregate aggregate) {
        List<Argument> all = aggregate.arguments();
        int direct = aggregate.directArguments();
        return switch (aggregate.kind()) {
            case ORDINARY -> all.isEmpty() ? "(*)" : "(" + list(all) + ")";
            case ORDERED_SET, HYPOTHETICAL_SET ->
                (list(all.subList(0, direct)) + " ORDER BY " + list(all.subList(direct, all.size()))).strip()
                        .transform(text -> "(" + text + ")");
        };
    }

    /** Every option by its name, with an empty text where it is not said. */
    static Map<String, String> options(Aggregate aggregate) {
        Map<String, String> options = new LinkedHashMap<>();
        add(options, "", aggregate.state());
        Aggregate.Moving moving = aggregate.moving();
        options.put("MINVFUNC", moving == null ? "" : text(moving.inverse()));
        add(options, "M", moving == null ? null : moving.state());
        options.put("COMBINEFUNC", text(aggregate.partial().combine()));
        options.put("SERIALFUNC", text(aggregate.partial().serial()));
        options.put("DESERIALFUNC", text(aggregate.partial().deserial()));
        options.put("SORTOP", operator(aggregate.sortOperator()));
        options.put("PARALLEL", aggregate.parallel().name());
        options.put("HYPOTHETICAL", aggregate.kind() == Aggregate.Kind.HYPOTHETICAL_SET ? "HYPOTHETICAL" : "");
        return options;
    }

    private static void add(Map<String, String> options, String prefix, @Nullable AggregateState state) {
        AggregateState.Last last = state == null ? null : state.last();
        String initial = state == null ? null : state.initial();
        options.put(prefix + "SFUNC", state == null ? "" : text(state.function()));
        options.put(prefix + "STYPE", state == null ? "" : TypeNames.of(state.type()));
        options.put(prefix + "SSPACE", state == null || state.space() == 0 ? "" : Integer.toString(state.space()));
        options.put(prefix + "FINALFUNC", last == null ? "" : text(last.function()));
        options.put(prefix + "FINALFUNC_EXTRA", last != null && last.extra() ? "FINALFUNC_EXTRA" : "");
        options.put(prefix + "FINALFUNC_MODIFY", last == null ? "" : last.modify().name());
        options.put(prefix + "INITCOND", initial == null ? "" : ExpressionText.quoted(initial));
    }

    private static String list(List<Argument> arguments) {
        return arguments.stream().map(RoutineText::of).collect(Collectors.joining(", "));
    }

    private static String operator(@Nullable Operator operator) {
        if (operator == null) {
            return "";
        }
        return switch (operator.source()) {
            case Source.BuiltIn ignored -> operator.symbol();
            case Source.OfExtension extension -> operator.symbol() + " of " + extension.extension();
            case Source.InNamespace namespace -> namespace.namespace() + "." + operator.symbol();
        };
    }

    private static String text(@Nullable QualifiedName name) {
        return name == null ? "" : name.display();
    }
}
