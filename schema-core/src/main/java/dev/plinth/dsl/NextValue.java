package dev.plinth.dsl;

import dev.plinth.model.sql.Sequence;

/** The next number of a sequence, as a default; it brings the sequence into the schema. */
public record NextValue(Sequence sequence) {}
