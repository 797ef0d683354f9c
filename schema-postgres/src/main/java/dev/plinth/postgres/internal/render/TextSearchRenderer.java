package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Dictionaries and configurations of text search. Templates, as jOOQ has no word for them. A configuration is never a COPY: what
 * it would copy may have been changed, or be another one on another version.
 */
final class TextSearchRenderer {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final KeyRenderer keys;

    TextSearchRenderer(KeyRenderer keys) {
        this.keys = keys;
    }

    QueryPart create(TextSearchDictionary dictionary) {
        List<String> options = new ArrayList<>(List.of("TEMPLATE = " + name(dictionary.template())));
        dictionary.options().forEach((name, value) -> options.add(
                SqlText.word(name) + " = " + (NUMBER.matcher(value).matches() ? value : SqlText.literal(value))));
        return DSL.query(
                "CREATE TEXT SEARCH DICTIONARY {0} ({1})",
                Parts.name(dictionary.name()),
                Parts.raw(String.join(", ", options)));
    }

    /** The configuration, and what only ALTER can give it: one statement for all tokens of the same dictionaries. */
    List<QueryPart> create(TextSearchConfiguration configuration) {
        List<QueryPart> statements = new ArrayList<>();
        statements.add(DSL.query(
                "CREATE TEXT SEARCH CONFIGURATION {0} (PARSER = {1})",
                Parts.name(configuration.name()),
                Parts.raw(name(configuration.parser()))));
        Map<List<TextSearchName>, List<String>> tokens = configuration.mappings().stream()
                .collect(Collectors.groupingBy(
                        Mapping::dictionaries,
                        LinkedHashMap::new,
                        Collectors.mapping(Mapping::token, Collectors.toList())));
        tokens.forEach((dictionaries, mapped) -> statements.add(DSL.query(
                "ALTER TEXT SEARCH CONFIGURATION {0} ADD MAPPING FOR {1} WITH {2}",
                Parts.name(configuration.name()),
                Parts.raw(SqlText.identifiers(mapped)),
                Parts.raw(dictionaries.stream().map(this::name).collect(Collectors.joining(", "))))));
        return statements;
    }

    private String name(TextSearchName name) {
        return keys.qualified(name.source(), name.name());
    }

    /** The query that finds the dictionary by its name. */
    static String probe(TextSearchDictionary dictionary) {
        return probe("pg_ts_dict", "dict", dictionary.name());
    }

    /** The query that finds the configuration by its name. */
    static String probe(TextSearchConfiguration configuration) {
        return probe("pg_ts_config", "cfg", configuration.name());
    }

    private static String probe(String catalog, String prefix, QualifiedName name) {
        return "SELECT FROM pg_catalog." + catalog + " WHERE " + prefix + "namespace = "
                + SqlText.literal(SqlText.identifier(name.namespace())) + "::pg_catalog.regnamespace AND " + prefix
                + "name = " + SqlText.literal(name.name());
    }
}
