package dev.plinth.dsl;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import org.jspecify.annotations.Nullable;

/** An argument of a function or procedure, inside its lambda. */
public final class ArgumentHandle {

    private final Block block;
    private final String name;
    private final Argument.Mode mode;
    private final ColumnType type;
    private @Nullable Expression defaultValue;

    ArgumentHandle(Block block, String name, Argument.Mode mode, ColumnType type) {
        this.block = block;
        this.name = name;
        this.mode = mode;
        this.type = type;
    }

    /** DEFAULT: what a call that leaves it out gives. */
    public ArgumentHandle defaultTo(Expression value) {
        block.requireOpen();
        if (defaultValue != null) {
            throw block.refusal(name, "already has a default", "Say it once.");
        }
        defaultValue = value;
        return this;
    }

    /** DEFAULT with SQL text. */
    public ArgumentHandle defaultTo(SqlExpression value) {
        return defaultTo(value.expression());
    }

    Argument toModel() {
        return new Argument(name, mode, type, defaultValue);
    }
}
