package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role has a name that a role can have: {@code public} and {@code none} are words for everybody and nobody, and others for
 * whoever is connected. In capitals they would be names in quotes, which nobody means.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrole.html">CREATE ROLE</a>
 */
final class RoleName implements Rule {

    private static final Set<String> RESERVED = Set.of("public", "none");

    private static final Set<String> WHOEVER_APPLIES = Set.of("current_user", "current_role", "session_user");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Policy policy : table.rowSecurity().policies()) {
                check(table, policy, problems);
            }
        }
        for (Grant grant : schema.objects(Grant.class)) {
            check(grant, grant.roles(), problems);
        }
        for (DefaultPrivileges privileges : schema.objects(DefaultPrivileges.class)) {
            String creator = privileges.creator();
            check(privileges, creator == null ? List.of() : List.of(creator), problems);
            check(privileges, privileges.roles(), problems);
        }
        return problems.stream();
    }

    private void check(Table table, Policy policy, List<Problem> problems) {
        for (String role : policy.roles()) {
            check(TableRule.part(table, policy.name()), role, "Leave to(...) out, for everybody.", problems);
        }
    }

    private void check(Supplement said, List<String> roles, List<Problem> problems) {
        for (String role : roles) {
            check(ObjectWords.of(said).subject(), role, "Write toPublic() for everybody.", problems);
        }
    }

    private void check(String subject, String role, String forEverybody, List<Problem> problems) {
        String word = role.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(word)) {
            problems.add(error(subject, "no role can be called \"" + role + "\"", forEverybody));
            return;
        }
        if (WHOEVER_APPLIES.contains(word)) {
            problems.add(error(
                    subject,
                    "\"" + role + "\" is a word for whoever applies the schema, and not the name of a role",
                    "Write the name of the role."));
            return;
        }
        int bytes = Identifiers.length(role);
        if (bytes == 0 || bytes > Identifiers.MAX_BYTES || role.indexOf('\0') >= 0) {
            problems.add(error(
                    subject, "the name of a role has " + bytes + " bytes", "A name has 1 to 63 bytes, and no NUL."));
        }
    }
}
