package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.stream.Stream;

/** A template, a parser or a dictionary of text search by its name. */
public record TextSearchName(Source source, String name) {

    private static final String PG_CATALOG = "pg_catalog";

    /** What is in {@code pg_catalog} is PostgreSQL's own, however it was named. */
    public TextSearchName {
        source = source.equals(new Source.InNamespace(PG_CATALOG)) ? Source.BUILT_IN : source;
    }

    /** One of PostgreSQL itself. */
    public static TextSearchName builtIn(String name) {
        return new TextSearchName(Source.BUILT_IN, name);
    }

    /** A dictionary of the schema. */
    public static TextSearchName of(TextSearchDictionary dictionary) {
        return new TextSearchName(
                new Source.InNamespace(dictionary.name().namespace()), dictionary.name().name());
    }

    /** Whether PostgreSQL itself has it. */
    public boolean isBuiltIn() {
        return source instanceof Source.BuiltIn;
    }

    /** The name in a namespace of the database, where it is said to be in one. */
    public Stream<QualifiedName> inNamespace() {
        return source instanceof Source.InNamespace(String namespace)
                ? Stream.of(new QualifiedName(namespace, name))
                : Stream.empty();
    }
}
