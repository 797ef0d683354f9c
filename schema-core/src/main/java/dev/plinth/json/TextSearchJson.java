package dev.plinth.json;

import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Dictionaries and configurations of text search. */
final class TextSearchJson {

    private TextSearchJson() {}

    static Fields write(TextSearchDictionary dictionary, Fields fields) {
        Fields options = new Fields();
        dictionary.options().forEach(options::put);
        return fields.put("template", name(dictionary.template()))
                .put("options", dictionary.options().isEmpty() ? null : options);
    }

    static Fields write(TextSearchConfiguration configuration, Fields fields) {
        return fields.put("parser", name(configuration.parser()))
                .each("mappings", configuration.mappings(), mapping -> new Fields()
                        .put("token", mapping.token())
                        .each("dictionaries", mapping.dictionaries(), TextSearchJson::name));
    }

    static TextSearchDictionary dictionary(JsonObject dictionary) {
        return new TextSearchDictionary(
                NameJson.read(dictionary, "name"),
                dictionary.object("template", TextSearchJson::name),
                dictionary.optionalObject("options", TextSearchJson::options).orElse(new TreeMap<>()),
                List.of(),
                dictionary.optionalText("description"));
    }

    static TextSearchConfiguration configuration(JsonObject configuration) {
        return new TextSearchConfiguration(
                NameJson.read(configuration, "name"),
                configuration.object("parser", TextSearchJson::name),
                configuration.each(
                        "mappings",
                        it -> new Mapping(it.text("token"), it.each("dictionaries", TextSearchJson::name))),
                List.of(),
                configuration.optionalText("description"));
    }

    private static Fields name(TextSearchName name) {
        return StorageJson.source(name.source()).put("name", name.name());
    }

    private static TextSearchName name(JsonObject object) {
        return new TextSearchName(StorageJson.source(object), object.text("name"));
    }

    private static SortedMap<String, String> options(JsonObject object) {
        SortedMap<String, String> options = new TreeMap<>();
        object.names().forEach(name -> options.put(name, object.text(name)));
        return options;
    }
}
