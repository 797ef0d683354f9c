package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The default privileges of the namespaces that the schema says some of; those of the role that asks once more without
 * a creator. Where everything is wanted, those of all namespaces, and those of the role that asks without a creator only.
 */
final class DefaultPrivilegeQuery implements CatalogQuery {

    private final List<String> namespaces;
    private final boolean isEverything;
    final List<DefaultPrivileges> defaults = new ArrayList<>();

    DefaultPrivilegeQuery(Scope scope) {
        this.isEverything = scope.isEverything();
        this.namespaces = isEverything ? scope.namespaces() : named(scope);
    }

    private static List<String> named(Scope scope) {
        return scope.schema().objects(DefaultPrivileges.class).stream()
                .flatMap(it -> it.name().isInDefaultNamespace()
                        ? scope.homes().stream()
                        : Stream.of(it.name().namespace()))
                .distinct()
                .toList();
    }

    @Override
    public boolean isWanted() {
        return !namespaces.isEmpty();
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, o.rolname, o.rolname = current_user, d.defaclobjtype::text, r.rolname, x.privilege_type,
                       x.is_grantable
                  FROM pg_default_acl d
                  JOIN pg_namespace n ON n.oid = d.defaclnamespace
                  JOIN pg_roles o ON o.oid = d.defaclrole
                 CROSS JOIN LATERAL aclexplode(d.defaclacl) AS x
                  LEFT JOIN pg_roles r ON r.oid = x.grantee
                 WHERE n.nspname = ANY (%s) AND d.defaclobjtype IN ('r', 'S', 'f', 'T')
                   AND (x.grantee = 0 OR r.oid IS NOT NULL)"""
                .formatted(ArrayLiterals.names(namespaces));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        List<Privilege> privileges = privileges(row.getString(6));
        String role = row.getString(5);
        DefaultPrivileges one = new DefaultPrivileges(
                Target.namespace(row.getString(1)),
                row.getString(2),
                kind(row.getString(4)),
                privileges,
                role == null ? List.of() : List.of(role),
                row.getBoolean(7));
        boolean isOwn = row.getBoolean(3);
        if (!isOwn || !isEverything) {
            defaults.add(one);
        }
        if (isOwn) {
            defaults.add(new DefaultPrivileges(
                    one.target(), null, one.objects(), privileges, one.roles(), one.grantable()));
        }
    }

    /** One that this library does not know is none that a schema could ask for. */
    private static List<Privilege> privileges(String name) {
        return Arrays.stream(Privilege.values()).filter(it -> it.name().equals(name)).toList();
    }

    private static Kind kind(String letter) {
        return switch (letter) {
            case "S" -> Kind.SEQUENCE;
            case "f" -> Kind.FUNCTION;
            case "T" -> Kind.TYPE;
            default -> Kind.TABLE;
        };
    }
}
