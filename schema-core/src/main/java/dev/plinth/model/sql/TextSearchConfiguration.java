package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text search configuration: a parser, and the dictionaries that each kind of token goes through. The list of mappings is
 * whole, also where it was copied: what PostgreSQL keeps does not tell a copy from anything else.
 *
 * @param mappings in the order of the names of their tokens; a token without one is passed over
 * @param objects the dictionaries that it uses, and its comment; empty in a {@link dev.plinth.model.Schema}, which holds them
 *     for all
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtsconfig.html">CREATE TEXT SEARCH CONFIGURATION</a>
 */
public record TextSearchConfiguration(
        QualifiedName name,
        TextSearchName parser,
        List<Mapping> mappings,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements DatabaseObject {

    public TextSearchConfiguration {
        mappings = mappings.stream().sorted(Comparator.comparing(Mapping::token)).toList();
        objects = List.copyOf(objects);
    }

    /**
     * What becomes of a kind of token.
     *
     * @param token by the name that the parser has for it: {@code asciiword}
     * @param dictionaries the first that knows the token ends it
     */
    public record Mapping(String token, List<TextSearchName> dictionaries) {

        public Mapping {
            dictionaries = List.copyOf(dictionaries);
        }
    }

    /** The same without the objects that it brings. */
    public TextSearchConfiguration withoutObjects() {
        return new TextSearchConfiguration(name, parser, mappings, List.of(), description);
    }

    /** The dictionaries that it names, each once. */
    public Stream<TextSearchName> dictionaries() {
        return mappings.stream().flatMap(it -> it.dictionaries().stream()).distinct();
    }

    /** Its parser and its dictionaries. */
    public Stream<TextSearchName> names() {
        return Stream.concat(Stream.of(parser), dictionaries());
    }
}
