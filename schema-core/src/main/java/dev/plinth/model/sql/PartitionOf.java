package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;

/** PARTITION OF a table, with the rows that belong into the partition. */
public record PartitionOf(QualifiedName table, PartitionBound bound) {}
