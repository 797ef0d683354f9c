package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.naming.SupplementNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lists of privileges say that no GRANT of an owner makes: that somebody lacks what there is without a list, that the
 * owner has more, or that another role than the owner has given something. Of what an extension owns, and of languages, all
 * that differs from what the extension made.
 */
final class UnmodelledPrivileges implements CatalogQuery {

    private static final String LANGUAGE = "LANGUAGE";

    private static final String LANGUAGES = """
            (SELECT '', '%s', l.lanname, '', %s, l.lanacl, acldefault('l', l.lanowner), l.lanowner,
                    'pg_language'::regclass, l.oid, 0
               FROM pg_language l WHERE l.lanacl IS NOT NULL) AS %s"""
            .formatted(LANGUAGE, TargetSource.NO_ARGUMENTS, PrivilegeQuery.OBJECTS);

    /** The facts of {@code k}, an object, and {@code b}, what it had in the beginning. */
    private static final String FACTS = """
            SELECT 'REVOKE ' || string_agg(u.privilege_type, ', ' ORDER BY u.privilege_type) || ' FROM ' || %s
              FROM aclexplode(b.usual) AS u
             WHERE NOT EXISTS (SELECT FROM aclexplode(k.access) AS x
                                WHERE x.grantee = u.grantee AND x.privilege_type = u.privilege_type)
             GROUP BY u.grantee
            UNION ALL
            SELECT x.privilege_type || ' of its owner' || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
              FROM aclexplode(k.access) AS x
             WHERE x.grantee = k.owner AND (x.is_grantable OR NOT EXISTS (
                   SELECT FROM aclexplode(b.usual) AS u
                    WHERE u.grantee = x.grantee AND u.privilege_type = x.privilege_type))
            UNION ALL
            SELECT x.privilege_type || ' GRANTED BY ' || r.rolname
              FROM aclexplode(k.access) AS x JOIN pg_roles r ON r.oid = x.grantor
             WHERE x.grantor <> k.owner
            UNION ALL
            SELECT 'GRANT ' || string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type) || ' TO ' || %s
                   || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
              FROM aclexplode(k.access) AS x
             WHERE x.grantee <> k.owner AND (k.kind = '%s' OR %s) AND NOT EXISTS (
                   SELECT FROM aclexplode(b.usual) AS u
                    WHERE u.grantee = x.grantee AND u.privilege_type = x.privilege_type
                      AND u.is_grantable = x.is_grantable)
             GROUP BY x.grantee, x.is_grantable"""
            .formatted(role("u.grantee"), role("x.grantee"), LANGUAGE,
                    Membership.isOfExtension("k.class", "k.object"));

    private final List<String> namespaces;
    final List<Unmodelled> found = new ArrayList<>();

    UnmodelledPrivileges(List<String> namespaces) {
        this.namespaces = namespaces;
    }

    /** A role that is gone has left its privileges behind by number. */
    private static String role(String oid) {
        return "coalesce((SELECT r.rolname::text FROM pg_roles r WHERE r.oid = %1$s), nullif(%1$s, 0)::text, 'PUBLIC')"
                .formatted(oid);
    }

    @Override
    public String sql() {
        Stream<String> inNamespaces = PrivilegeQuery.BRANCHES.stream().map(branch -> branch.listed(wanted(branch)));
        return Stream.concat(inNamespaces, Stream.of(LANGUAGES))
                .map(UnmodelledPrivileges::sql)
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private String wanted(PrivilegeQuery.Branch branch) {
        return branch.kinds().contains(Kind.NAMESPACE)
                ? Scope.nothing(namespaces).bareNamespaces().sql()
                : Names.withMembers(namespaces);
    }

    /** The privileges in the beginning are those that an extension or the first start of the server left, or else the usual ones. */
    private static String sql(String objects) {
        return """
                SELECT k.namespace, k.kind, k.name, k.part, k.types, k.extensions, f.fact
                  FROM %s
                 CROSS JOIN LATERAL (SELECT coalesce((
                     SELECT i.initprivs FROM pg_init_privs i
                      WHERE i.classoid = k.class AND i.objoid = k.object AND i.objsubid = k.sub), k.usual)) AS b(usual)
                 CROSS JOIN LATERAL (%s) AS f(fact)"""
                .formatted(objects, FACTS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        found.add(new Unmodelled(object(row), row.getString(7)));
    }

    private static String object(ResultSet row) throws SQLException {
        String kind = row.getString(2);
        String name = row.getString(3);
        if (kind.equals(LANGUAGE)) {
            return "language " + name;
        }
        String part = row.getString(4);
        return SupplementNames.of(new Target(
                part.isEmpty() ? Kind.valueOf(kind) : Kind.COLUMN,
                new QualifiedName(row.getString(1), name),
                TargetSource.arguments(row, 5, 6),
                part));
    }
}
