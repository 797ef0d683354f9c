package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The comments of what the schema has comments on, an empty one where there is none: that says that the object itself is
 * there. Each catalog is asked only where one of its kinds has a comment. Where everything is wanted, all that there are in the
 * namespaces, but for those of extensions and the one that {@code public} has from the beginning.
 */
final class CommentQuery extends ObjectQuery {

    /**
     * A catalog, and the kinds of object that are in it.
     *
     * @param columns kind, name and part, as SQL
     * @param source the catalog joined to {@code w(namespace, name)} and {@code n}, the namespace; {@code %s} are the parts
     * @param address class, object and part in {@code pg_description}, as SQL
     */
    private record Branch(Set<Kind> kinds, String columns, String source, String address) {}

    private static final List<Branch> BRANCHES = List.of(
            new Branch(
                    Set.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.INDEX, Kind.SEQUENCE),
                    TargetSource.RELATION_KIND + ", c.relname, '', " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " AND c.relkind IN ('r', 'p', 'v', 'm', 'i', 'I', 'S')",
                    "'pg_class'::regclass, c.oid, 0"),
            new Branch(
                    Set.of(Kind.COLUMN),
                    "'COLUMN', c.relname, a.attname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + TargetSource.COLUMN,
                    "'pg_class'::regclass, c.oid, a.attnum"),
            new Branch(
                    Set.of(Kind.CONSTRAINT),
                    "'CONSTRAINT', c.relname, k.conname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " JOIN pg_constraint k ON k.conrelid = c.oid AND k.conname = ANY (%s)",
                    "'pg_constraint'::regclass, k.oid, 0"),
            new Branch(
                    Set.of(Kind.TRIGGER),
                    "'TRIGGER', c.relname, g.tgname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " JOIN pg_trigger g ON g.tgrelid = c.oid AND g.tgname = ANY (%s)",
                    "'pg_trigger'::regclass, g.oid, 0"),
            new Branch(
                    Set.of(Kind.RULE),
                    "'RULE', c.relname, r.rulename, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = ANY (%s)",
                    "'pg_rewrite'::regclass, r.oid, 0"),
            new Branch(
                    Set.of(Kind.POLICY),
                    "'POLICY', c.relname, p.polname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.RELATION + " JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = ANY (%s)",
                    "'pg_policy'::regclass, p.oid, 0"),
            new Branch(
                    Set.of(Kind.FUNCTION, Kind.PROCEDURE),
                    TargetSource.ROUTINE_KIND + ", p.proname, '', a.types, a.extensions",
                    TargetSource.ROUTINE,
                    "'pg_proc'::regclass, p.oid, 0"),
            new Branch(
                    Set.of(Kind.TYPE, Kind.DOMAIN),
                    TargetSource.TYPE_KIND + ", t.typname, '', " + TargetSource.NO_ARGUMENTS,
                    TargetSource.TYPE,
                    "'pg_type'::regclass, t.oid, 0"),
            new Branch(
                    Set.of(Kind.DOMAIN_CONSTRAINT),
                    "'DOMAIN_CONSTRAINT', t.typname, k.conname, " + TargetSource.NO_ARGUMENTS,
                    TargetSource.TYPE + " JOIN pg_constraint k ON k.contypid = t.oid AND k.conname = ANY (%s)",
                    "'pg_constraint'::regclass, k.oid, 0"),
            new Branch(
                    Set.of(Kind.COLLATION),
                    "'COLLATION', o.collname, '', " + TargetSource.NO_ARGUMENTS,
                    "JOIN pg_collation o ON o.collnamespace = n.oid AND o.collname = w.name",
                    "'pg_collation'::regclass, o.oid, 0"),
            new Branch(
                    Set.of(Kind.OPERATOR),
                    "'OPERATOR', o.oprname, '', a.types, a.extensions",
                    TargetSource.OPERATOR,
                    "'pg_operator'::regclass, o.oid, 0"),
            new Branch(
                    Set.of(Kind.CAST),
                    "'CAST', '', '', ARRAY[format_type(s.oid, NULL), format_type(t.oid, NULL)], ARRAY[("
                            + TypeColumns.extensionOf("s.oid", "s") + ")::text, ("
                            + TypeColumns.extensionOf("t.oid", "t") + ")::text]",
                    "JOIN pg_cast k ON k.oid >= 16384 JOIN pg_type s ON s.oid = k.castsource"
                            + " JOIN pg_type t ON t.oid = k.casttarget AND n.oid = " + CastQuery.HOME
                            + " LEFT JOIN pg_proc p ON p.oid = k.castfunc",
                    "'pg_cast'::regclass, k.oid, 0"),
            new Branch(
                    Set.of(Kind.STATISTICS),
                    "'STATISTICS', s.stxname, '', " + TargetSource.NO_ARGUMENTS,
                    "JOIN pg_statistic_ext s ON s.stxnamespace = n.oid AND s.stxname = w.name",
                    "'pg_statistic_ext'::regclass, s.oid, 0"),
            new Branch(
                    Set.of(Kind.TEXT_SEARCH_DICTIONARY),
                    "'TEXT_SEARCH_DICTIONARY', s.dictname, '', " + TargetSource.NO_ARGUMENTS,
                    "JOIN pg_ts_dict s ON s.dictnamespace = n.oid AND s.dictname = w.name",
                    "'pg_ts_dict'::regclass, s.oid, 0"),
            new Branch(
                    Set.of(Kind.TEXT_SEARCH_CONFIGURATION),
                    "'TEXT_SEARCH_CONFIGURATION', s.cfgname, '', " + TargetSource.NO_ARGUMENTS,
                    "JOIN pg_ts_config s ON s.cfgnamespace = n.oid AND s.cfgname = w.name",
                    "'pg_ts_config'::regclass, s.oid, 0"),
            new Branch(
                    Set.of(Kind.NAMESPACE),
                    "'NAMESPACE', '', '', " + TargetSource.NO_ARGUMENTS,
                    "",
                    "'pg_namespace'::regclass, n.oid, 0"));

    /** How a source asks for the parts that have comments. */
    private static final String NAMED = " = ANY (%s)";

    private static final String OF_ANY_NAME = " IS NOT NULL";

    private final Scope scope;
    private final List<Target> targets;
    private final List<Live<Comment>> comments = new ArrayList<>();

    CommentQuery(Scope scope) {
        super(scope.named(Comment.class));
        this.scope = scope;
        this.targets = scope.schema().objects(Comment.class).stream().map(Comment::target).toList();
    }

    @Override
    public String sql() {
        return BRANCHES.stream()
                .filter(branch -> scope.isEverything()
                        || targets.stream().anyMatch(target -> branch.kinds.contains(target.kind())))
                .map(branch -> scope.isEverything() ? every(branch) : sql(branch))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String sql(Branch branch) {
        List<Target> asked = targets.stream().filter(it -> branch.kinds.contains(it.kind())).toList();
        Names wanted = Names.of(asked.stream().map(Target::name).distinct().toList(), scope.homes());
        List<String> parts = asked.stream().map(Target::part).distinct().toList();
        return sql(branch, wanted.sql(), branch.source.formatted(ArrayLiterals.names(parts)), "LEFT JOIN");
    }

    /**
     * What has no name inside of a namespace is found once in each. Casts are those that are read, be it that they are at home in
     * a namespace that is not wanted.
     */
    private String every(Branch branch) {
        boolean isOfCasts = branch.kinds.contains(Kind.CAST);
        Names wanted = branch.kinds.contains(Kind.NAMESPACE) ? scope.bareNamespaces() : names;
        String source = branch.source.replace(NAMED, OF_ANY_NAME);
        return sql(
                branch,
                isOfCasts ? "(SELECT x.nspname, NULL::name FROM pg_namespace x)" : wanted.sql(),
                isOfCasts ? source + " WHERE " + CastQuery.touches(names.whole()) : source,
                "JOIN")
                + " WHERE NOT (k.kind = 'NAMESPACE' AND d.description = '" + Comment.OF_PUBLIC + "') AND "
                + Membership.isOfNoExtension("k.class", "k.object");
    }

    private static String sql(Branch branch, String wanted, String source, String join) {
        return "SELECT k.nspname, k.kind, k.name, k.part, k.types, k.extensions, d.description FROM (SELECT n.nspname, "
                + branch.columns + ", " + branch.address
                + " FROM " + wanted + " AS w(namespace, name) JOIN pg_namespace n ON n.nspname = w.namespace "
                + source + ") AS k(nspname, kind, name, part, types, extensions, class, object, sub) " + join
                + " pg_description d ON d.classoid = k.class AND d.objoid = k.object AND d.objsubid = k.sub";
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        Target target = new Target(
                Kind.valueOf(row.getString(2)),
                new QualifiedName(row.getString(1), row.getString(3)),
                TargetSource.arguments(row, 5, 6),
                row.getString(4));
        String text = row.getString(7);
        comments.add(Live.usable(new Comment(target, text == null ? "" : text)));
    }

    @Override
    List<Live<Comment>> objects() {
        return comments;
    }
}
