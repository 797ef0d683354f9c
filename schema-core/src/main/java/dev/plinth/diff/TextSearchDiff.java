package dev.plinth.diff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.naming.SqlWords;
import dev.plinth.naming.TextSearchNames;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares dictionaries and configurations of text search. A mapping that is missing is not added: what was stored and indexed
 * with the configuration would no longer be what it makes of the same text.
 */
final class TextSearchDiff {

    /** The template of PostgreSQL that has an option which names a dictionary. */
    private static final TextSearchName THESAURUS = TextSearchName.builtIn("thesaurus");

    private static final List<String> CATALOG = List.of("pg_catalog", ".");

    private TextSearchDiff() {}

    static void compare(TextSearchDictionary declared, Live<TextSearchDictionary> live, Findings findings) {
        Subject subject = Subject.of(declared);
        TextSearchDictionary existing = live.object();
        findings.text(
                subject,
                "template",
                TextSearchNames.of(declared.template()),
                TextSearchNames.of(existing.template()));
        if (!live.unmodelled().isEmpty()) {
            findings.different(subject, "options", options(declared), String.join(", ", live.unmodelled()));
        } else if (!meaning(declared).equals(meaning(existing))) {
            findings.different(subject, "options", options(declared), options(existing));
        }
    }

    /** The options; where one names a dictionary, its name as PostgreSQL reads it, which looks into {@code pg_catalog} first. */
    private static Map<String, List<String>> meaning(TextSearchDictionary dictionary) {
        boolean namesOne = dictionary.template().equals(THESAURUS);
        return dictionary.options().entrySet().stream().collect(toMap(
                Map.Entry::getKey,
                option -> namesOne && option.getKey().equals("dictionary")
                        ? withoutCatalog(SqlWords.unquoted(option.getValue()))
                        : List.of(option.getValue())));
    }

    private static List<String> withoutCatalog(List<String> name) {
        boolean isThere = name.size() > CATALOG.size() && name.subList(0, CATALOG.size()).equals(CATALOG);
        return isThere ? name.subList(CATALOG.size(), name.size()) : name;
    }

    static void compare(TextSearchConfiguration declared, Live<TextSearchConfiguration> live, Findings findings) {
        Subject subject = Subject.of(declared);
        TextSearchConfiguration existing = live.object();
        if (declared.parser().equals(existing.parser())) {
            compareMappings(subject, mappings(declared), mappings(existing), findings);
        } else {
            // The tokens of another parser are other ones, whatever they are called.
            findings.different(
                    subject,
                    "parser",
                    TextSearchNames.of(declared.parser()),
                    TextSearchNames.of(existing.parser()));
        }
        findings.unmodelled(subject, live);
    }

    private static void compareMappings(
            Subject subject, Map<String, String> declared, Map<String, String> live, Findings findings) {
        TreeSet<String> tokens = new TreeSet<>(declared.keySet());
        tokens.addAll(live.keySet());
        tokens.forEach(token -> findings.text(
                subject, "mapping for " + token, declared.getOrDefault(token, ""), live.getOrDefault(token, "")));
    }

    private static Map<String, String> mappings(TextSearchConfiguration configuration) {
        return configuration.mappings().stream().collect(toMap(Mapping::token, TextSearchDiff::dictionaries));
    }

    private static String dictionaries(Mapping mapping) {
        return mapping.dictionaries().stream().map(TextSearchNames::of).collect(joining(", "));
    }

    private static String options(TextSearchDictionary dictionary) {
        return dictionary.options().entrySet().stream()
                .map(option -> option.getKey() + " = " + ExpressionText.quoted(option.getValue()))
                .collect(joining(", "));
    }
}
