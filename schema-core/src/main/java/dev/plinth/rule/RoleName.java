package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.Identifiers;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role has a name that a role can have: {@code public} and {@code none} are words for everybody and nobody.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrole.html">CREATE ROLE</a>
 */
final class RoleName implements Rule {

    private static final Set<String> RESERVED = Set.of("public", "none");

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.of(
                schema.tables().stream().flatMap(this::ofTable),
                schema.objects(Grant.class).stream().flatMap(it -> of(it, it.roles().stream())),
                schema.objects(DefaultPrivileges.class).stream()
                        .flatMap(it -> of(it, Stream.concat(Stream.ofNullable(it.creator()), it.roles().stream()))))
                .flatMap(it -> it);
    }

    private Stream<Problem> of(Supplement said, Stream<String> roles) {
        return roles.flatMap(
                role -> check(ObjectWords.of(said).subject(), role, "Write toPublic() for everybody."));
    }

    private Stream<Problem> ofTable(Table table) {
        return table.rowSecurity().policies().stream()
                .flatMap(policy -> policy.roles().stream()
                        .flatMap(role -> check(
                                TableRule.part(table, policy.name()), role, "Leave to(...) out, for everybody.")));
    }

    private Stream<Problem> check(String subject, String role, String forEverybody) {
        if (RESERVED.contains(role)) {
            return Stream.of(error(subject, "no role can be called \"" + role + "\"", forEverybody));
        }
        int bytes = Identifiers.length(role);
        return bytes == 0 || bytes > Identifiers.MAX_BYTES || role.indexOf('\0') >= 0
                ? Stream.of(error(
                        subject, "the name of a role has " + bytes + " bytes", "A name has 1 to 63 bytes, and no NUL."))
                : Stream.empty();
    }
}
