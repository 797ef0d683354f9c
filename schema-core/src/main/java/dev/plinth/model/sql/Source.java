package dev.plinth.model.sql;

import java.util.stream.Stream;

/** Where something comes from that a schema uses and does not declare: an operator class, an operator, a collation. */
public sealed interface Source {

    /** PostgreSQL itself: the namespace {@code pg_catalog}. */
    record BuiltIn() implements Source {}

    /** An extension, in whatever namespace that is installed. */
    record OfExtension(String extension) implements Source {}

    /** A namespace of the database. */
    record InNamespace(String namespace) implements Source {}

    /** The extension, if it is one. */
    static Stream<String> extension(Source source) {
        return source instanceof OfExtension(String extension) ? Stream.of(extension) : Stream.empty();
    }

    /** PostgreSQL itself. */
    Source BUILT_IN = new BuiltIn();
}
