package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Aggregate.Kind;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.naming.RoutineNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes together in an aggregate: SERIALFUNC with DESERIALFUNC and a state of the type {@code internal}, SORTOP with one
 * argument, a hypothetical set with as many arguments as it orders by.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">CREATE AGGREGATE</a>
 */
final class AggregateOptions implements Rule {

    private static final ColumnType INTERNAL = new ColumnType.Native("internal");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Aggregate aggregate : schema.objects(Aggregate.class)) {
            check(aggregate, problems);
        }
        return problems.stream();
    }

    private void check(Aggregate aggregate, List<Problem> problems) {
        String subject = RoutineNames.of(aggregate);
        checkPartial(subject, aggregate, problems);
        checkArguments(subject, aggregate.arguments(), problems);
        if (aggregate.sortOperator() != null
                && (aggregate.kind() != Kind.ORDINARY || aggregate.arguments().size() != 1)) {
            problems.add(error(subject, "has a sortop and not exactly one argument", "Drop sortop(...)."));
        }
        if (aggregate.kind() == Kind.HYPOTHETICAL_SET && !isBalanced(aggregate)) {
            problems.add(error(
                    subject,
                    "is hypothetical, and its last arguments are not those that it orders by",
                    "Give argument(...) the types of orderBy(...), in the same order."));
        }
    }

    private void checkPartial(String subject, Aggregate aggregate, List<Problem> problems) {
        boolean hasSerial = aggregate.partial().serial() != null;
        boolean hasDeserial = aggregate.partial().deserial() != null;
        if (hasSerial != hasDeserial) {
            problems.add(error(
                    subject,
                    "has a " + (hasSerial ? "serialfunc and no deserialfunc" : "deserialfunc and no serialfunc"),
                    "Say both, or none."));
        } else if (hasSerial && !aggregate.state().type().equals(INTERNAL)) {
            problems.add(error(
                    subject,
                    "has a serialfunc, and its state is not of the type internal",
                    "Drop serialfunc(...) and deserialfunc(...), or write stype(nativeType(\"internal\"))."));
        }
    }

    private void checkArguments(String subject, List<Argument> arguments, List<Problem> problems) {
        for (Argument argument : arguments) {
            boolean isVariadic = argument.mode() == Mode.VARIADIC;
            if (isVariadic && !(argument.type() instanceof ColumnType.Array)
                    && !argument.type().equals(new ColumnType.Native("\"any\""))) {
                problems.add(error(subject, "VARIADIC " + argument.name() + " is no array", "Use arrayOf(type)."));
            }
            if (RoutineArguments.hasModifiers(argument.type())) {
                problems.add(error(subject, "the type of " + argument.name() + " has a length or precision, which"
                        + " PostgreSQL forgets", "Leave it out."));
            }
        }
        Duplicates.of(arguments.stream().map(Argument::name).filter(it -> !it.isEmpty()).toList())
                .forEach(name -> problems.add(
                        error(subject, "two arguments are called " + name, "Rename one of the two.")));
    }

    private static boolean isBalanced(Aggregate aggregate) {
        List<ColumnType> types = aggregate.arguments().stream().map(Argument::type).toList();
        int ordered = types.size() - aggregate.directArguments();
        return aggregate.directArguments() >= ordered
                && types.subList(aggregate.directArguments() - ordered, aggregate.directArguments())
                        .equals(types.subList(aggregate.directArguments(), types.size()));
    }
}
