package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table called {@code audit.events} is one name with a dot in it for PostgreSQL, which nobody means; so with views. */
final class DottedName implements Rule {

    private static final Pattern QUALIFIED = Pattern.compile("\\w+\\.\\w+");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            check("table", "table", table.name(), problems);
        }
        check("view", "view", schema.objects(View.class), problems);
        check("materialized view", "materializedView", schema.objects(MaterializedView.class), problems);
        check("statistics object", "statistics", schema.objects(Statistics.class), problems);
        check(
                "text search dictionary",
                "textSearchDictionary",
                schema.objects(TextSearchDictionary.class),
                problems);
        check(
                "text search configuration",
                "textSearchConfiguration",
                schema.objects(TextSearchConfiguration.class),
                problems);
        return problems.stream();
    }

    private void check(String kind, String word, List<? extends DatabaseObject> objects, List<Problem> problems) {
        for (DatabaseObject object : objects) {
            check(kind, word, object.name(), problems);
        }
    }

    private void check(String kind, String word, QualifiedName qualified, List<Problem> problems) {
        String name = qualified.name();
        if (!QUALIFIED.matcher(name).matches()) {
            return;
        }
        String namespace = name.substring(0, name.indexOf('.'));
        String bare = name.substring(name.indexOf('.') + 1);
        problems.add(error(
                qualified.display(),
                "the name of the " + kind + " has a dot in it, and would not be in the namespace " + namespace,
                "Write " + (namespace.equals("public") ? "" : "namespace(\"" + namespace + "\").") + word + "(\"" + bare
                        + "\", ...)."));
    }
}
