package dev.plinth.model.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultValue the DEFAULT expression; null where there is none
 * @param description documentation that stays in the model
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable String description) {}
