package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.TextSearchConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SQL text finds a text search configuration of the schema by its name with the namespace only: nothing else is in the search path. */
final class UnqualifiedConfiguration implements Rule {

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:to_tsvector|jsonb?_to_tsvector|to_tsquery|(?:plain|phrase)to_tsquery|websearch_to_tsquery|ts_headline)"
                    + "\\s*\\(\\s*'([a-z_]\\w*+)'|'([a-z_]\\w*+)'\\s*::\\s*(?:pg_catalog\\s*\\.\\s*)?regconfig\\b");

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<String, QualifiedName> configurations = new HashMap<>();
        for (TextSearchConfiguration configuration : schema.objects(TextSearchConfiguration.class)) {
            configurations.putIfAbsent(configuration.name().name(), configuration.name());
        }
        if (configurations.isEmpty()) {
            return Stream.empty();
        }
        List<Problem> problems = new ArrayList<>();
        for (SqlPart part : SqlPart.of(schema)) {
            problems.addAll(check(part, configurations));
        }
        return problems.stream();
    }

    private List<Problem> check(SqlPart part, Map<String, QualifiedName> configurations) {
        return NAMED.matcher(part.text()).results()
                .map(UnqualifiedConfiguration::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(configurations.get(name)))
                .map(name -> warning(
                        part.subject(),
                        "the " + part.what() + " names the text search configuration " + name.name()
                                + " without its namespace, where PostgreSQL does not look",
                        "Write '" + name.namespace() + "." + name.name() + "'."))
                .toList();
    }

    private static String name(MatchResult read) {
        return read.group(1) == null ? read.group(2) : read.group(1);
    }
}
