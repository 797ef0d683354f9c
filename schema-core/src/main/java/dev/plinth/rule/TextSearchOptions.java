package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.TextSearchDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A template of PostgreSQL itself has options of its own, and some of them have to be said.
 *
 * @see <a href="https://www.postgresql.org/docs/current/textsearch-dictionaries.html">Dictionaries</a>
 */
final class TextSearchOptions implements Rule {

    private record Options(List<String> required, List<String> optional) {

        List<String> all() {
            return Stream.concat(required.stream(), optional.stream()).toList();
        }
    }

    private static final Map<String, Options> TEMPLATES = Map.of(
            "simple", new Options(List.of(), List.of("stopwords", "accept")),
            "synonym", new Options(List.of("synonyms"), List.of("casesensitive")),
            "thesaurus", new Options(List.of("dictfile", "dictionary"), List.of()),
            "ispell", new Options(List.of("dictfile", "afffile"), List.of("stopwords")),
            "snowball", new Options(List.of("language"), List.of("stopwords")));

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (TextSearchDictionary dictionary : schema.objects(TextSearchDictionary.class)) {
            String template = dictionary.template().name();
            if (dictionary.template().isBuiltIn()) {
                problems.addAll(check(dictionary, template, TEMPLATES.get(template)).toList());
            }
        }
        return problems.stream();
    }

    private Stream<Problem> check(TextSearchDictionary dictionary, String template, @Nullable Options options) {
        String subject = dictionary.name().display();
        if (options == null) {
            List<String> templates = TEMPLATES.keySet().stream().sorted().toList();
            return Stream.of(error(
                    subject,
                    "has the template \"" + template + "\", which PostgreSQL does not have",
                    Suggestion.orElse(
                            template,
                            templates,
                            "Use one of " + String.join(", ", templates)
                                    + ", or extensionTextSearch(...) for one of an extension.")));
        }
        Stream<Problem> missing = options.required.stream()
                .filter(name -> !dictionary.options().containsKey(name))
                .map(name -> error(
                        subject,
                        "does not say \"" + name + "\", which the template " + template + " needs",
                        "Say option(\"" + name + "\", ...)."));
        Stream<Problem> unknown = dictionary.options().keySet().stream()
                .filter(name -> !options.all().contains(name))
                .map(name -> error(
                        subject,
                        "has the option \"" + name + "\", which the template " + template + " does not know",
                        Suggestion.orElse(
                                name, options.all(), "It knows " + String.join(", ", options.all()) + ".")));
        return Stream.concat(missing, unknown);
    }
}
