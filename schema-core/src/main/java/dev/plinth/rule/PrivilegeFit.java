package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import java.util.List;
import java.util.stream.Stream;

/**
 * A privilege is one that the kind of object has.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class PrivilegeFit implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.objects(Grant.class).stream()
                        .flatMap(it -> check(
                                it, it.columns().isEmpty() ? it.target().kind() : Target.Kind.COLUMN, it.privileges())),
                schema.objects(DefaultPrivileges.class).stream()
                        .flatMap(it -> check(it, it.objects(), it.privileges())));
    }

    private Stream<Problem> check(Supplement said, Target.Kind kind, List<Privilege> privileges) {
        List<Privilege> known = Privilege.of(kind, Privilege.MAINTAIN_SINCE);
        String subject = ObjectWords.of(said).subject();
        if (known.isEmpty()) {
            return Stream.of(error(subject, "nothing can be granted on that", "Drop it."));
        }
        return privileges.stream()
                .filter(it -> it != Privilege.ALL && !known.contains(it))
                .map(it -> error(subject, "there is no privilege " + it + " on that",
                        "There is " + words(known) + "."));
    }

    private static String words(List<Privilege> known) {
        return String.join(", ", known.stream().map(Enum::name).toList());
    }
}
