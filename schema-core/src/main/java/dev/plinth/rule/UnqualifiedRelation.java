package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query finds a table of the schema by its name with the namespace only: nothing else is in the search path. */
final class UnqualifiedRelation implements Rule {

    private static final Pattern READ =
            Pattern.compile("(?i)\\b(?:from|join)\\s+(?:only\\s+)?([a-z_]\\w*+)(?!\\s*[.(])");

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<String, QualifiedName> relations = Stream.concat(
                schema.tables().stream().map(Table::name),
                schema.objects(NamedQuery.class).stream().map(NamedQuery::name))
                .collect(Collectors.toMap(QualifiedName::name, name -> name, (one, other) -> one));
        return schema.objects(NamedQuery.class).stream().flatMap(view -> check(view, relations));
    }

    private Stream<Problem> check(NamedQuery view, Map<String, QualifiedName> relations) {
        String code = SqlCode.of(view.query());
        return READ.matcher(code).results()
                .map(UnqualifiedRelation::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(relations.get(name)))
                .filter(relation -> !isNamedQueryInside(relation.name(), code))
                .map(relation -> warning(
                        view.name().display(),
                        "the query reads " + relation.name() + " without its namespace, where PostgreSQL does not look",
                        "Write " + relation.namespace() + "." + relation.name() + "."));
    }

    private static String name(MatchResult read) {
        return read.group(1).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamedQueryInside(String name, String code) {
        return Pattern.compile("(?is)\\b" + name + "\\s*(\\([^)]*\\)\\s*)?\\bas\\s*(not\\s+)?(materialized\\s*)?\\(")
                .matcher(code)
                .find();
    }
}
