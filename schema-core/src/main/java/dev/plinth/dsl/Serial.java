package dev.plinth.dsl;

import dev.plinth.model.sql.BuiltInType;
import java.util.function.Consumer;

/**
 * What stands where a type stands and is none: an integer with a sequence of its own. Made by {@code serial()},
 * {@code bigserial()} and {@code smallserial()}.
 *
 * @param type the integer
 * @param options what is said about the sequence
 */
public record Serial(BuiltInType type, Consumer<OwnedSequenceBuilder> options) {}
