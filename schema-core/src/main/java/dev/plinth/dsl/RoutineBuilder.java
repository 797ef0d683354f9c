package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What functions and procedures have in common. */
abstract sealed class RoutineBuilder<B> permits FunctionBuilder, ProcedureBuilder {

    final Block block;
    final List<ArgumentHandle> arguments = new ArrayList<>();
    private final QualifiedName name;
    private @Nullable String language;
    private @Nullable RoutineBody body;
    private boolean securityDefiner;
    private final List<Setting> settings = new ArrayList<>();
    private final List<ColumnType> transforms = new ArrayList<>();
    private @Nullable String description;
    private @Nullable String comment;

    RoutineBuilder(QualifiedName name, Block block) {
        this.name = name;
        this.block = block;
    }

    abstract B self();

    /** An argument; several in order. */
    public ArgumentHandle argument(String argumentName, ColumnType type) {
        return add(argumentName, Mode.IN, type);
    }

    /** OUT: a value that comes back. */
    public ArgumentHandle out(String argumentName, ColumnType type) {
        return add(argumentName, Mode.OUT, type);
    }

    /** INOUT: a value that goes in and comes back. */
    public ArgumentHandle inOut(String argumentName, ColumnType type) {
        return add(argumentName, Mode.INOUT, type);
    }

    /** VARIADIC: any number of values, as an array. */
    public ArgumentHandle variadic(String argumentName, ColumnType type) {
        return add(argumentName, Mode.VARIADIC, type);
    }

    ArgumentHandle add(String argumentName, Mode mode, ColumnType type) {
        block.requireOpen();
        block.requireType(argumentName, type);
        ArgumentHandle argument = new ArgumentHandle(block, argumentName, mode, type);
        arguments.add(argument);
        return argument;
    }

    /** LANGUAGE, for example {@code plpgsql}; not needed for a body in standard SQL or in an object file. */
    public B language(String word) {
        block.requireUnsaid("language(...)", language);
        language = word;
        return self();
    }

    /** AS: what stands between the dollar quotes. */
    public B body(String text) {
        return body("body(...)", new RoutineBody.Text(text));
    }

    /**
     * BEGIN ATOMIC: statements in SQL without semicolons. PostgreSQL reads them when the routine is created, so what they name
     * has to exist; write it with its namespace, and its order of creation follows.
     */
    public B beginAtomic(String... statements) {
        return body("beginAtomic(...)", new RoutineBody.Atomic(List.of(statements)));
    }

    final B body(String word, RoutineBody wanted) {
        block.requireOpen();
        if (body != null) {
            throw block.refusal("already has a body", "Drop " + word + ", or what stands before it.");
        }
        body = wanted;
        return self();
    }

    /** TRANSFORM FOR TYPE: values of the type are converted for the language. */
    public B transformForType(ColumnType type) {
        block.requireOpen();
        block.requireType("transformForType", type);
        transforms.add(type);
        return self();
    }

    /** SECURITY DEFINER: it runs with the rights of its owner. */
    public B securityDefiner() {
        block.requireOpen();
        securityDefiner = true;
        return self();
    }

    /** SET setting TO values for the time of a call; several for a list: {@code set("search_path", "app", "pg_temp")}. */
    public B set(String setting, String value, String... more) {
        block.requireOpen();
        settings.add(new Setting(setting, Stream.concat(Stream.of(value), Stream.of(more)).toList()));
        return self();
    }

    /** Documentation that stays in the model. */
    public B describe(String text) {
        block.requireOpen();
        description = text;
        return self();
    }

    /** COMMENT ON the routine, which is stored in the database. */
    public B comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return self();
    }

    Function build(Function.@Nullable Result result, RoutineOptions options) {
        if (body == null) {
            throw block.refusal("has no body", "Add .body(\"...\").");
        }
        String word = language == null ? usualLanguage(body) : language;
        if (word == null) {
            throw block.refusal("has no language", "Add .language(\"sql\").");
        }
        List<Argument> all = arguments.stream().map(ArgumentHandle::toModel).toList();
        RoutineOptions whole = options.with(securityDefiner, settings, transforms);
        Function function = new Function(name, all, result, word, body, whole, List.of(), description);
        return comment == null ? function : function.comment(comment);
    }

    private static @Nullable String usualLanguage(RoutineBody body) {
        return switch (body) {
            case RoutineBody.Text ignored -> null;
            case RoutineBody.Return ignored -> "sql";
            case RoutineBody.Atomic ignored -> "sql";
            case RoutineBody.ObjectFile ignored -> "c";
        };
    }
}
