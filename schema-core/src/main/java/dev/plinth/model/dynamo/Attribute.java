package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/** An attribute of the items of a table. Only those that a key uses are part of CreateTable. */
public record Attribute(String name, AttributeType type, @Nullable String description) {}
