package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Targets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What something is said of is in the schema. */
final class UnknownTarget implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<Target> known = new HashSet<>();
        List<Supplement> supplements = schema.objects(Supplement.class);
        if (supplements.isEmpty()) {
            return Stream.empty();
        }
        schema.tables().forEach(table -> Targets.of(table).forEach(known::add));
        schema.objects().forEach(object -> Targets.of(object).forEach(known::add));
        List<NamedQuery> queries = schema.objects(NamedQuery.class);
        return supplements.stream()
                .filter(it -> it.target().kind() != Target.Kind.NAMESPACE && !isKnown(it.target(), known, queries)
                        || it instanceof Grant grant
                                && !columns(grant).allMatch(column -> isKnown(column, known, queries)))
                .map(it -> error(
                        ObjectWords.of(it).subject(),
                        "is about something that is not in the schema",
                        "Correct its name, or list it in schema(...)."));
    }

    private static boolean isKnown(Target target, Set<Target> known, List<NamedQuery> queries) {
        return known.contains(target) || queries.stream().anyMatch(it -> it.mayHave(target));
    }

    private static Stream<Target> columns(Grant grant) {
        return grant.columns().stream()
                .map(column -> Target.part(Target.Kind.COLUMN, grant.target().name(), column));
    }
}
