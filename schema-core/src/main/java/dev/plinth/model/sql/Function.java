package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure. A body that is text is opaque; it is compared without common indentation, trailing blanks and
 * outer blank lines.
 *
 * @param arguments in order; the columns of RETURNS TABLE are the last ones
 * @param result what it returns; null for a procedure
 * @param language for example {@code plpgsql}
 * @param dependsOn what has to exist before it
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
public record Function(
        QualifiedName name,
        List<Argument> arguments,
        @Nullable Result result,
        String language,
        RoutineBody body,
        RoutineOptions options,
        List<ObjectName> dependsOn,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    /**
     * What a function returns.
     *
     * @param type null where the arguments say it: OUT, INOUT, and the columns of a table
     * @param setOf whether there can be several rows
     */
    public record Result(@Nullable ColumnType type, boolean setOf) {}

    /** The pseudo-type of trigger functions. */
    private static final String TRIGGER = "trigger";

    public Function {
        arguments = List.copyOf(arguments);
        dependsOn = List.copyOf(dependsOn);
        comments = List.copyOf(comments);
    }

    /** A function without comments. */
    public Function(
            QualifiedName name,
            List<Argument> arguments,
            @Nullable Result result,
            String language,
            RoutineBody body,
            RoutineOptions options,
            List<ObjectName> dependsOn,
            @Nullable String description) {
        this(name, arguments, result, language, body, options, dependsOn, List.of(), description);
    }

    /** A trigger function, whose body needs nothing that this schema creates, or only when it is called. */
    public static Function ofTrigger(QualifiedName name, String body) {
        return new Function(
                name,
                List.of(),
                new Result(new ColumnType.Native(TRIGGER), false),
                "plpgsql",
                new RoutineBody.Text(body),
                RoutineOptions.DEFAULTS,
                List.of(),
                null);
    }

    /** Whether it is called with CALL. */
    public boolean isProcedure() {
        return result == null;
    }

    /** Whether triggers can call it. */
    public boolean isForTriggers() {
        return result != null && !result.setOf() && new ColumnType.Native(TRIGGER).equals(result.type());
    }

    /** The types of the arguments by which it is found. */
    public List<ColumnType> inputTypes() {
        List<ColumnType> types = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument.mode().isInput()) {
                types.add(argument.type());
            }
        }
        return List.copyOf(types);
    }

    /** Every type that it speaks of. */
    public Stream<ColumnType> types() {
        List<ColumnType> types = new ArrayList<>();
        for (Argument argument : arguments) {
            types.add(argument.type());
        }
        if (result != null && result.type() != null) {
            types.add(result.type());
        }
        types.addAll(options.transforms());
        return types.stream();
    }

    /** The same function with a description, which stays in the model. */
    public Function describe(String text) {
        return new Function(name, arguments, result, language, body, options, dependsOn, comments, text);
    }

    /** The same function with a comment, which is stored in the database. */
    public Function comment(String text) {
        return withComments(List.of(new Comment(Target.of(this), text)));
    }

    /** The same function with other comments. */
    public Function withComments(List<Comment> others) {
        return new Function(name, arguments, result, language, body, options, dependsOn, others, description);
    }

    /** The same function, created after these tables: the body is opaque, so what it needs has to be said. */
    public Function dependsOn(Table... tables) {
        List<ObjectName> more = new ArrayList<>(dependsOn);
        for (Table table : tables) {
            more.add(ObjectName.ofTable(table.name()));
        }
        return dependingOn(more);
    }

    /** The same function, created after these objects. */
    public Function dependsOn(DatabaseObject... objects) {
        List<ObjectName> more = new ArrayList<>(dependsOn);
        for (DatabaseObject object : objects) {
            more.add(ObjectName.of(object));
        }
        return dependingOn(more);
    }

    private Function dependingOn(List<ObjectName> names) {
        return new Function(name, arguments, result, language, body, options, names, comments, description);
    }

    /** The body as text: a program, an expression, or statements with semicolons behind them. */
    public String text() {
        return switch (body) {
            case RoutineBody.Text(String text) -> text;
            case RoutineBody.Return(String expression) -> expression;
            case RoutineBody.Atomic(List<String> statements) -> String.join(";\n", statements);
            case RoutineBody.ObjectFile(String file, String symbol) -> file + ", " + symbol;
        };
    }

    /** The same function with other arguments, another result and other options. */
    public Function with(
            List<Argument> otherArguments, @Nullable Result otherResult, RoutineOptions otherOptions) {
        return new Function(
                name, otherArguments, otherResult, language, body, otherOptions, dependsOn, comments, description);
    }
}
