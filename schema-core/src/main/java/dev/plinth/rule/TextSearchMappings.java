package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.naming.TextSearchNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A configuration maps kinds of token that its parser has, each once, to dictionaries that there are.
 *
 * @see <a href="https://www.postgresql.org/docs/current/textsearch-parsers.html">Parsers</a>
 */
final class TextSearchMappings implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (TextSearchConfiguration configuration : schema.objects(TextSearchConfiguration.class)) {
            problems.addAll(check(configuration).toList());
        }
        return problems.stream();
    }

    private Stream<Problem> check(TextSearchConfiguration configuration) {
        String subject = configuration.name().display();
        return Stream.of(
                parser(subject, configuration.parser()),
                tokens(subject, configuration),
                unmapped(subject, configuration.mappings()),
                dictionaries(subject, configuration))
                .flatMap(it -> it);
    }

    private Stream<Problem> parser(String subject, TextSearchName parser) {
        return parser.isBuiltIn() && !parser.name().equals(TextSearchNames.PARSER)
                ? Stream.of(error(
                        subject,
                        "has the parser \"" + parser.name() + "\", which PostgreSQL does not have",
                        "Say parser(\"default\"), or extensionTextSearch(...) for one of an extension."))
                : Stream.empty();
    }

    /** Which kinds of token the parser of an extension has is not known. */
    private Stream<Problem> tokens(String subject, TextSearchConfiguration configuration) {
        List<String> tokens = configuration.mappings().stream().map(Mapping::token).toList();
        Stream<Problem> repeated = Duplicates.of(tokens).stream()
                .map(token -> error(subject, "maps " + token + " twice", "Map it once, to all of its dictionaries."));
        Stream<Problem> unknown = tokens.stream()
                .filter(token -> configuration.parser().equals(TextSearchName.builtIn(TextSearchNames.PARSER)))
                .filter(token -> !TextSearchNames.TOKENS.contains(token))
                .map(token -> error(
                        subject,
                        "maps \"" + token + "\", which is no kind of token of the parser default",
                        Suggestion.orElse(
                                token,
                                TextSearchNames.TOKENS,
                                "It has " + String.join(", ", TextSearchNames.TOKENS) + ".")));
        return Stream.concat(repeated, unknown);
    }

    private Stream<Problem> unmapped(String subject, List<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.dictionaries().isEmpty())
                .map(mapping -> error(
                        subject, "maps " + mapping.token() + " to no dictionary", "Name one, or leave the token out."));
    }

    /** A warning, as a server to come may have more of them. */
    private Stream<Problem> dictionaries(String subject, TextSearchConfiguration configuration) {
        return configuration.dictionaries()
                .filter(TextSearchName::isBuiltIn)
                .map(TextSearchName::name)
                .filter(name -> !TextSearchNames.dictionaries().contains(name))
                .map(name -> warning(
                        subject,
                        "names the dictionary \"" + name + "\", which PostgreSQL 18 does not have",
                        Suggestion.orElse(
                                name,
                                TextSearchNames.dictionaries(),
                                "Name a constant, or one of an extension by extensionTextSearch(...).")));
    }
}
