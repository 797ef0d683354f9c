package dev.plinth.dsl;

import dev.plinth.model.sql.Operator;

/** A key of an exclusion constraint and the operator that compares it. */
public record ExcludedKey(IndexedKey key, Operator operator) {}
