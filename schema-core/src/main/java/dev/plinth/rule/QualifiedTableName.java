package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table called {@code audit.events} is one name with a dot in it for PostgreSQL, which nobody means. */
final class QualifiedTableName implements TableRule {

    private static final Pattern QUALIFIED = Pattern.compile("\\w+\\.\\w+");

    @Override
    public Stream<Problem> check(Table table) {
        String name = table.name().name();
        if (!QUALIFIED.matcher(name).matches()) {
            return Stream.empty();
        }
        String namespace = name.substring(0, name.indexOf('.'));
        String bare = name.substring(name.indexOf('.') + 1);
        return Stream.of(error(
                table.name().display(),
                "the name of the table has a dot in it, and would not be in the namespace " + namespace,
                "Write " + (namespace.equals("public") ? "" : "namespace(\"" + namespace + "\").") + "table(\"" + bare
                        + "\", ...)."));
    }
}
