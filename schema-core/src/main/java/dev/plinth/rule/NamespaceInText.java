package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.naming.RoutineNames;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL text stays as it is when a schema is applied to another namespace, but for the queries of views and the commands of
 * rules. A text that names something of this very schema
 * in {@code public} would go on meaning that one thing for every tenant; what else it names there is shared by all.
 */
final class NamespaceInText implements Rule {

    /** {@code public.name}, either half in double quotes or not, in strings and function bodies too. */
    private static final Pattern QUALIFIED = Pattern
            .compile("(?<![\\w$\".])(?:public|\"public\")\\s*\\.\\s*(?:\"((?:[^\"]|\"\")++)\"|([A-Za-z_]\\w*))");

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<String> own = schema.names().stream()
                .filter(QualifiedName::isInDefaultNamespace)
                .map(QualifiedName::name)
                .collect(Collectors.toSet());
        return texts(schema).flatMap(part -> check(part, own)).distinct();
    }

    private Stream<Problem> check(SqlPart part, Set<String> own) {
        String text = part.isRewritten() ? withoutOwn(part.text(), own) : part.text();
        return QUALIFIED.matcher(text).results().map(match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
            String what = "the " + part.what() + " names public." + name;
            if (own.contains(name) && part.isRewritten()) {
                return error(part.subject(), what + " inside of a string, which is another one for each tenant",
                        "Leave the namespace out of the string; names outside of strings go with the tenant.");
            }
            return own.contains(name)
                    ? error(part.subject(), what + ", which is another one for each tenant; text is not rewritten",
                            "Say it without the name: as a foreign key, or in a trigger by TG_TABLE_SCHEMA.")
                    : warning(part.subject(), what + ", which all tenants share",
                            "Nothing has to be done where that is meant; otherwise move it into the schema.");
        });
    }

    /** A query goes with its tenant in what it names of the schema itself, though not inside of strings. */
    private static String withoutOwn(String query, Set<String> own) {
        return QualifiedText.ofCode(query)
                .moved(name -> name.isInDefaultNamespace() && own.contains(name.name()), "own");
    }

    private static Stream<SqlPart> texts(Schema schema) {
        return Stream.of(
                SqlPart.of(schema).stream(),
                schema.objects(TextSearchDictionary.class).stream()
                        .flatMap(dictionary -> dictionary.options().entrySet().stream()
                                .map(it -> new SqlPart(
                                        dictionary.name().display(), "option " + it.getKey(), it.getValue()))),
                schema.functions().stream()
                        .filter(it -> !it.body().isSql())
                        .map(it -> new SqlPart(RoutineNames.of(it), "body", it.text())))
                .flatMap(it -> it);
    }
}
