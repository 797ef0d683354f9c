package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultValue the DEFAULT expression; null where there is none, and for a generated column
 * @param generation how its values come about; null for an ordinary column
 * @param collation the COLLATE of its own; null for that of its type
 * @param options where it comes from, and how it is stored
 * @param description documentation that stays in the model
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable Generation generation,
        @Nullable QualifiedName collation,
        ColumnOptions options,
        @Nullable String description) {

    /** An ordinary column. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            @Nullable Expression defaultValue,
            @Nullable String description) {
        this(name, type, nullable, defaultValue, null, null, ColumnOptions.NONE, description);
    }

    /** The same column with values that come about otherwise. */
    public Column withGeneration(@Nullable Generation other) {
        return new Column(name, type, nullable, defaultValue, other, collation, options, description);
    }

    /** The same column with other options. */
    public Column withOptions(ColumnOptions others) {
        return new Column(name, type, nullable, defaultValue, generation, collation, others, description);
    }

    /** The same column with a default. */
    public Column withDefault(Expression other) {
        return new Column(name, type, nullable, other, generation, collation, options, description);
    }

    /** The same column without its default. */
    public Column withoutDefault() {
        return new Column(name, type, nullable, null, generation, collation, options, description);
    }

    /** The sequence that it owns, if it is a serial or identity column. */
    public @Nullable OwnedSequence sequence() {
        return switch (generation) {
            case null -> null;
            case Generation.Serial serial -> serial.sequence();
            case Generation.Identity identity -> identity.sequence();
            case Generation.Computed ignored -> null;
        };
    }
}
