package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
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
        List<Problem> problems = new ArrayList<>();
        for (Grant grant : schema.objects(Grant.class)) {
            Target.Kind kind = grant.columns().isEmpty() ? grant.target().kind() : Target.Kind.COLUMN;
            check(grant, kind, grant.privileges(), problems);
        }
        for (DefaultPrivileges defaults : schema.objects(DefaultPrivileges.class)) {
            check(defaults, defaults.objects(), defaults.privileges(), problems);
        }
        return problems.stream();
    }

    private void check(Supplement said, Target.Kind kind, List<Privilege> privileges, List<Problem> problems) {
        List<Privilege> known = Privilege.of(kind, Privilege.MAINTAIN_SINCE);
        String subject = ObjectWords.of(said).subject();
        if (known.isEmpty()) {
            problems.add(error(subject, "nothing can be granted on that", "Drop it."));
            return;
        }
        for (Privilege privilege : privileges) {
            if (privilege != Privilege.ALL && !known.contains(privilege)) {
                problems.add(error(
                        subject,
                        "there is no privilege " + privilege + " on that",
                        "There is " + words(known) + "."));
            }
        }
    }

    private static String words(List<Privilege> known) {
        return String.join(", ", known.stream().map(Enum::name).toList());
    }
}
