package dev.plinth.postgres.internal.inspect;

import java.util.stream.Stream;

/**
 * What lists of privileges say that no GRANT of an owner makes: that somebody lacks what there is without a list, that the
 * owner has more, or that another role than the owner has given something. A query for each catalog, the object and the fact.
 */
final class UnmodelledPrivileges {

    private static final String IN_NAMESPACE = "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || ";

    private static final String RELATION =
            "lower(replace(" + TargetSource.RELATION_KIND + ", '_', ' ')) || ' ' || " + IN_NAMESPACE + "c.relname";

    private static final String OF_RELATION = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND " + Membership.isOfNoExtension("pg_class", "c.oid");

    private UnmodelledPrivileges() {}

    /** Each with two columns. {@code %1$s} stands for the namespaces, as an array. */
    static Stream<String> queries() {
        return Stream.of(
                query(RELATION, OF_RELATION, "c.relacl, c.relowner,"
                        + " acldefault(CASE c.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r'::\"char\" END, c.relowner)"),
                query(RELATION + " || '.' || a.attname",
                        OF_RELATION + " JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped",
                        "a.attacl, c.relowner, NULL::aclitem[]"),
                query("'function ' || " + IN_NAMESPACE
                        + "o.proname || '(' || pg_get_function_identity_arguments(o.oid) || ')'",
                        named("pg_proc", "pro"), "o.proacl, o.proowner, acldefault('f', o.proowner)"),
                query("'type ' || " + IN_NAMESPACE + "o.typname", named("pg_type", "typ"),
                        "o.typacl, o.typowner, acldefault('T', o.typowner)"),
                query("'namespace ' || n.nspname", "pg_namespace n",
                        "n.nspacl, n.nspowner, " + PrivilegeQuery.USUAL_OF_NAMESPACE));
    }

    private static String named(String catalog, String prefix) {
        return catalog + " o JOIN pg_namespace n ON n.oid = o." + prefix + "namespace AND "
                + Membership.isOfNoExtension(catalog, "o.oid");
    }

    /** @param list the privileges, the owner, and the privileges where there is no list */
    private static String query(String object, String source, String list) {
        return """
                SELECT k.object, f.fact
                  FROM (SELECT %s, %s FROM %s WHERE n.nspname = ANY (%%1$s)) AS k(object, access, owner, usual)
                 CROSS JOIN LATERAL (
                     SELECT 'REVOKE ' || string_agg(u.privilege_type, ', ' ORDER BY u.privilege_type) || ' FROM '
                            || coalesce((SELECT r.rolname FROM pg_roles r WHERE r.oid = u.grantee), 'PUBLIC')
                       FROM aclexplode(k.usual) AS u
                      WHERE NOT EXISTS (SELECT FROM aclexplode(k.access) AS x
                                         WHERE x.grantee = u.grantee AND x.privilege_type = u.privilege_type)
                      GROUP BY u.grantee
                     UNION ALL
                     SELECT x.privilege_type || ' of its owner' || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                       FROM aclexplode(k.access) AS x
                      WHERE x.grantee = k.owner AND (x.is_grantable OR NOT EXISTS (
                            SELECT FROM aclexplode(k.usual) AS u
                             WHERE u.grantee = x.grantee AND u.privilege_type = x.privilege_type))
                     UNION ALL
                     SELECT x.privilege_type || ' GRANTED BY ' || r.rolname
                       FROM aclexplode(k.access) AS x JOIN pg_roles r ON r.oid = x.grantor
                      WHERE x.grantor <> k.owner) AS f(fact)
                 WHERE k.access IS NOT NULL"""
                .formatted(object, list, source);
    }
}
