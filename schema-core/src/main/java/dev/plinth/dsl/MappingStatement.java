package dev.plinth.dsl;

import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MAPPING FOR some tokens, complete with its dictionaries. */
public final class MappingStatement implements Block.Statement {

    private final Block block;
    private final Collection<DatabaseObject> used;
    private final List<String> tokens;
    private final List<TextSearchName> dictionaries = new ArrayList<>();

    /** @param used takes up the dictionaries of the schema */
    MappingStatement(Block block, Collection<DatabaseObject> used, List<String> tokens) {
        this.block = block;
        this.used = used;
        this.tokens = tokens;
    }

    /** WITH dictionaries that PostgreSQL comes with: {@code english_stem}, {@code simple}. A further call says what follows. */
    public MappingStatement with(String first, String... more) {
        return add(Stream.concat(Stream.of(first), Stream.of(more)).map(TextSearchName::builtIn));
    }

    /** WITH dictionaries of the schema, which come into it with the configuration. A further call says what follows. */
    public MappingStatement with(TextSearchDictionary first, TextSearchDictionary... more) {
        List<TextSearchDictionary> declared = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        used.addAll(declared);
        return add(declared.stream().map(TextSearchName::of));
    }

    /** WITH dictionaries that an extension brings, or that are there already. A further call says what follows. */
    public MappingStatement with(TextSearchName first, TextSearchName... more) {
        return add(Stream.concat(Stream.of(first), Stream.of(more)));
    }

    private MappingStatement add(Stream<TextSearchName> named) {
        block.requireOpen();
        named.forEach(dictionaries::add);
        return this;
    }

    List<TextSearchName> dictionaries() {
        return dictionaries;
    }

    @Override
    public String title() {
        return tokens.stream().map(token -> '"' + token + '"').collect(Collectors.joining(", ", "mappingFor(", ")"));
    }

    @Override
    public Optional<String> missing() {
        return dictionaries.isEmpty() ? Optional.of("Say with(...) and a dictionary.") : Optional.empty();
    }
}
