package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.View;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table called {@code audit.events} is one name with a dot in it for PostgreSQL, which nobody means; so with views. */
final class DottedName implements Rule {

    private static final Pattern QUALIFIED = Pattern.compile("\\w+\\.\\w+");

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.of(
                schema.tables().stream().flatMap(it -> check("table", "table", it.name())),
                schema.objects(View.class).stream().flatMap(it -> check("view", "view", it.name())),
                schema.objects(MaterializedView.class).stream()
                        .flatMap(it -> check("materialized view", "materializedView", it.name())),
                schema.objects(Statistics.class).stream()
                        .flatMap(it -> check("statistics object", "statistics", it.name())),
                schema.objects(TextSearchDictionary.class).stream()
                        .flatMap(it -> check("text search dictionary", "textSearchDictionary", it.name())),
                schema.objects(TextSearchConfiguration.class).stream()
                        .flatMap(it -> check("text search configuration", "textSearchConfiguration", it.name())))
                .flatMap(it -> it);
    }

    private Stream<Problem> check(String kind, String word, QualifiedName qualified) {
        String name = qualified.name();
        if (!QUALIFIED.matcher(name).matches()) {
            return Stream.empty();
        }
        String namespace = name.substring(0, name.indexOf('.'));
        String bare = name.substring(name.indexOf('.') + 1);
        return Stream.of(error(
                qualified.display(),
                "the name of the " + kind + " has a dot in it, and would not be in the namespace " + namespace,
                "Write " + (namespace.equals("public") ? "" : "namespace(\"" + namespace + "\").") + word + "(\"" + bare
                        + "\", ...)."));
    }
}
