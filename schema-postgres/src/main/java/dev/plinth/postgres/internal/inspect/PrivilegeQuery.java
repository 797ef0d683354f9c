package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveAccess;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what with the objects that the schema grants something on. Where nobody has granted or revoked anything PostgreSQL
 * keeps no list: the owner has everything then, and PUBLIC what {@code acldefault} says. Where everything is wanted, all objects of
 * the namespaces that have a list, but for those of extensions.
 */
final class PrivilegeQuery implements CatalogQuery {

    /**
     * A catalog, and the kinds of object that are in it.
     *
     * @param columns kind, name, column, types and extensions of arguments, as SQL
     * @param source the catalog joined to {@code w(namespace, name)} and {@code n}, the namespace
     * @param access the list of privileges, as SQL
     * @param usual the list where there is none, as SQL
     * @param address class, object and part in {@code pg_init_privs}, as SQL
     */
    record Branch(
            Set<Kind> kinds, String columns, String source, String access, String usual, String owner, String address) {

        /** The objects of these names, as a table expression. */
        String objects(Names wanted) {
            return objects(wanted.sql(), "");
        }

        /**
         * Those on which somebody granted or revoked something.
         *
         * @param wanted as {@link Names#sql} has it
         */
        String listed(String wanted) {
            return objects(wanted, "WHERE " + access + " IS NOT NULL");
        }

        private String objects(String wanted, String condition) {
            return """
                    (SELECT n.nspname, %s, %s, %s, %s, %s
                       FROM %s AS w(namespace, name) JOIN pg_namespace n ON n.nspname = w.namespace %s %s
                    ) AS %s"""
                    .formatted(columns, access, usual, owner, address, wanted, source, condition, OBJECTS);
        }
    }

    /** What is known of an object. */
    static final String OBJECTS =
            "k(namespace, kind, name, part, types, extensions, access, usual, owner, class, object, sub)";

    /** {@code public} comes with more than other namespaces have. */
    private static final String USUAL_OF_NAMESPACE = "coalesce((SELECT i.initprivs FROM pg_init_privs i"
            + " WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid), acldefault('n', n.nspowner))";

    static final List<Branch> BRANCHES = List.of(
            new Branch(
                    Set.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE),
                    TargetSource.RELATION_KIND + ", c.relname, '', " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " AND c.relkind IN ('r', 'p', 'v', 'm', 'S')",
                    "c.relacl",
                    "acldefault(CASE c.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r'::\"char\" END, c.relowner)",
                    "c.relowner",
                    "'pg_class'::regclass, c.oid, 0"),
            new Branch(
                    Set.of(Kind.COLUMN),
                    TargetSource.RELATION_KIND + ", c.relname, a.attname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION
                            + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL AND a.attnum > 0"
                            + " AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')",
                    "a.attacl",
                    "NULL::aclitem[]",
                    "c.relowner",
                    "'pg_class'::regclass, c.oid, a.attnum"),
            new Branch(
                    Set.of(Kind.FUNCTION, Kind.PROCEDURE),
                    TargetSource.ROUTINE_KIND + ", p.proname, '', a.types, a.extensions",
                    TargetSource.ROUTINE,
                    "p.proacl",
                    "acldefault('f', p.proowner)",
                    "p.proowner",
                    "'pg_proc'::regclass, p.oid, 0"),
            new Branch(
                    Set.of(Kind.TYPE, Kind.DOMAIN),
                    TargetSource.TYPE_KIND + ", t.typname, '', " + TargetSource.NO_ARGUMENTS,
                    TargetSource.TYPE,
                    "t.typacl",
                    "acldefault('T', t.typowner)",
                    "t.typowner",
                    "'pg_type'::regclass, t.oid, 0"),
            new Branch(
                    Set.of(Kind.NAMESPACE),
                    "'NAMESPACE', '', '', " + TargetSource.NO_ARGUMENTS,
                    "",
                    "n.nspacl",
                    USUAL_OF_NAMESPACE,
                    "n.nspowner",
                    "'pg_namespace'::regclass, n.oid, 0"));

    /** What has columns to grant something on. */
    private static final Set<Kind> RELATIONS = Set.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

    private final Scope scope;
    private final List<Grant> grants;
    final List<LiveAccess.Privilege> privileges = new ArrayList<>();

    PrivilegeQuery(Scope scope) {
        this.scope = scope;
        this.grants = scope.schema().objects(Grant.class);
    }

    @Override
    public boolean isWanted() {
        return scope.isEverything() || !grants.isEmpty();
    }

    @Override
    public String sql() {
        return BRANCHES.stream()
                .filter(branch -> scope.isEverything()
                        || grants.stream().anyMatch(grant -> isAbout(grant, branch)))
                .map(this::sql)
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String sql(Branch branch) {
        Names wanted = wanted(branch);
        return scope.isEverything()
                ? sql(branch.listed(wanted.sql())) + " WHERE " + Membership.isOfNoExtension("k.class", "k.object")
                : sql(branch.objects(wanted));
    }

    private Names wanted(Branch branch) {
        if (scope.isEverything()) {
            return branch.kinds.contains(Kind.NAMESPACE) ? scope.bareNamespaces() : scope.every();
        }
        List<Grant> asked = grants.stream().filter(grant -> isAbout(grant, branch)).toList();
        return Names.of(asked.stream().map(Grant::target).map(Target::name).distinct().toList(), scope.homes());
    }

    private static boolean isAbout(Grant grant, Branch branch) {
        return branch.kinds.contains(grant.target().kind())
                || branch.kinds.contains(Kind.COLUMN) && RELATIONS.contains(grant.target().kind());
    }

    private static String sql(String objects) {
        return """
                SELECT k.namespace, k.kind, k.name, k.types, k.extensions, k.part, r.rolname, x.grantee, x.privilege_type,
                       x.is_grantable, x.grantee = k.owner,
                       EXISTS (SELECT FROM aclexplode(k.usual) AS u
                                WHERE u.grantee = x.grantee AND u.privilege_type = x.privilege_type)
                  FROM %s
                  LEFT JOIN LATERAL aclexplode(coalesce(k.access, k.usual)) AS x ON true
                  LEFT JOIN pg_roles r ON r.oid = x.grantee"""
                .formatted(objects);
    }

    /** A role that is gone has left its privileges behind by number. */
    @Override
    public void read(ResultSet row) throws SQLException {
        Target target = new Target(
                Kind.valueOf(row.getString(2)),
                new QualifiedName(row.getString(1), row.getString(3)),
                TargetSource.arguments(row, 4, 5),
                "");
        String role = row.getLong(8) == 0 ? null : Objects.requireNonNullElse(row.getString(7), row.getString(8));
        String name = row.getString(9);
        privileges.add(new LiveAccess.Privilege(
                target,
                row.getString(6),
                role,
                name == null ? "" : name,
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12)));
    }
}
