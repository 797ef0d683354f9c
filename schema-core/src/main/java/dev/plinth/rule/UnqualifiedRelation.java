package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query, and a command of a rule, finds a table of the schema by its name with the namespace only: nothing else is in the
 * search path.
 */
final class UnqualifiedRelation implements Rule {

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:from|join|insert\\s+into|(?<!for\\s|do\\s|no\\skey\\s)update)\\s+(?:only\\s+)?([a-z_]\\w*+)(?!\\s*[.(])");

    /** The word FROM where no table follows. */
    private static final Pattern OTHER_FROM = Pattern.compile(
            "(?i)\\bdistinct\\s+from\\b|\\b(?:extract|substring|trim|overlay|position)\\s*\\([^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)");

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<String, QualifiedName> relations = relations(schema);
        List<Problem> problems = new ArrayList<>();
        for (SqlPart part : SqlPart.of(schema)) {
            if (part.isRewritten()) {
                problems.addAll(check(part, relations));
            }
        }
        return problems.stream();
    }

    private static Map<String, QualifiedName> relations(Schema schema) {
        Map<String, QualifiedName> relations = new HashMap<>();
        for (Table table : schema.tables()) {
            relations.putIfAbsent(table.name().name(), table.name());
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            relations.putIfAbsent(view.name().name(), view.name());
        }
        return relations;
    }

    private List<Problem> check(SqlPart part, Map<String, QualifiedName> relations) {
        String code = OTHER_FROM.matcher(SqlCode.of(part.text())).replaceAll(" ");
        return NAMED.matcher(code).results()
                .map(UnqualifiedRelation::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(relations.get(name)))
                .filter(relation -> !isNamedQueryInside(relation.name(), code))
                .map(relation -> warning(
                        part.subject(),
                        "the " + part.what() + " names " + relation.name()
                                + " without its namespace, where PostgreSQL does not look",
                        "Write " + relation.namespace() + "." + relation.name() + "."))
                .toList();
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
