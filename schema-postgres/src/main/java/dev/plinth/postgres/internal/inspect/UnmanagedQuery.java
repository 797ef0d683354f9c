package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Supplement;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in the schema's namespaces, and in the database as a whole, that the schema does not declare. What an extension
 * owns, what belongs to a table (indexes, sequences, row types) and partitions are left out.
 */
final class UnmanagedQuery implements CatalogQuery {

    /** What stands for a kind where an extension owns an overload of a declared function. */
    private static final String MEMBER = "member";

    private static final String SQL = """
            SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                        WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type' ELSE 'table' END,
                   n.nspname, c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (%s) AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND NOT c.relispartition
               AND c.oid NOT IN (SELECT unnest(%s))
               AND NOT (c.relkind = 'S' AND EXISTS (
                       SELECT FROM %s AS d(namespace, name) WHERE d.namespace = n.nspname AND d.name = c.relname))
               AND NOT (c.relkind = 'c' AND EXISTS (
                       SELECT FROM %s AS d(namespace, name) WHERE d.namespace = n.nspname AND d.name = c.relname))
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                  AND (d.deptype = 'e' OR d.deptype IN ('a', 'i') AND c.relkind = 'S'))
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = c.reltype
                                  AND c.relkind = 'c' AND d.deptype = 'e')
            UNION ALL
            SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
                   n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = ANY (%1$s)
               AND NOT EXISTS (
                       SELECT FROM %s AS d(namespace, name)
                        WHERE d.namespace = n.nspname AND d.name = p.proname)
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                                  AND d.deptype IN ('e', 'i'))
            UNION ALL
            SELECT '%s', n.nspname, p.proname || '(' || (
                       SELECT coalesce(string_agg(format_type(a.type, NULL), ', ' ORDER BY a.place), '')
                         FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(type, place)) || ')'
              FROM %s AS d(namespace, name) JOIN pg_namespace n ON n.nspname = d.namespace
              JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name
             WHERE EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                              AND d.deptype = 'e')
            UNION ALL
            SELECT CASE t.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' ELSE 'range type' END,
                   n.nspname, t.typname
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE n.nspname = ANY (%1$s) AND t.typtype IN ('e', 'd', 'r')
               AND NOT EXISTS (
                       SELECT FROM %s AS d(namespace, name) WHERE d.namespace = n.nspname AND d.name = t.typname)
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid
                                  AND d.deptype = 'e')
            UNION ALL
            SELECT 'collation', n.nspname, o.collname
              FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
             WHERE n.nspname = ANY (%1$s)
               AND NOT EXISTS (
                       SELECT FROM %s AS d(namespace, name) WHERE d.namespace = n.nspname AND d.name = o.collname)
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_collation'::regclass AND d.objid = o.oid
                                  AND d.deptype = 'e')""";

    private static final String ORDER = "\n ORDER BY 1, 2, 3";

    /** Kinds that have no namespace, and are named by types that are printed with theirs. */
    private static final Set<String> BARE = Set.of("cast", "transform");

    private final Scope scope;
    private final List<Found> found = new ArrayList<>();

    /** An object by its kind and name; the namespace is null for what belongs to the database. */
    record Found(String kind, @Nullable String namespace, String name) {

        static Found of(DatabaseObject object) {
            QualifiedName name = object.name();
            return new Found(Subject.of(object).kind().words(), name.namespace(), name.name());
        }

        /** Whether it is one of these; overloads, whose arguments stand behind the name, are one. */
        boolean isIn(Set<Found> others) {
            return others.contains(this)
                    || IntStream.range(0, name.length())
                            .filter(place -> name.charAt(place) == '(')
                            .anyMatch(place -> others.contains(new Found(kind, namespace, name.substring(0, place))));
        }

        String text() {
            return kind + " " + (namespace == null || BARE.contains(kind)
                    ? name
                    : new QualifiedName(namespace, name).display());
        }
    }

    UnmanagedQuery(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String sql() {
        String namespaces = ArrayLiterals.names(scope.namespaces());
        return SQL.formatted(
                namespaces,
                TABLE_OIDS,
                scope.sequences().sql(),
                scope.named(CompositeType.class).sql(),
                scope.routines().sql(),
                MEMBER,
                scope.routines().sql(),
                scope.types().sql(),
                scope.named(Collation.class).sql())
                + "\nUNION ALL\n" + UnmanagedCatalogs.sql(namespaces, scope) + ORDER;
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        found.add(new Found(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** All but what belongs to declared tables. */
    List<Found> found() {
        return List.copyOf(found);
    }

    /**
     * What was found in these namespaces, then what the declared tables have beyond their declaration.
     *
     * @param ofDatabase whether what belongs to no namespace is named, too
     */
    List<String> findings(
            Schema schema,
            Set<String> namespaces,
            boolean ofDatabase,
            List<LiveTable> tables,
            List<LiveTable> views,
            List<Live<? extends DatabaseObject>> objects,
            LiveAccess access) {
        List<String> findings = new ArrayList<>();
        found.stream()
                .filter(one -> !one.kind.equals(MEMBER))
                .filter(one -> one.namespace == null ? ofDatabase : namespaces.contains(one.namespace))
                .forEach(one -> findings.add(one.text()));
        Set<ObjectName> declared = schema.objects().stream().map(ObjectName::of).collect(Collectors.toSet());
        Set<String> members = found.stream()
                .filter(one -> one.kind.equals(MEMBER))
                .map(one -> new QualifiedName(String.valueOf(one.namespace), one.name).display())
                .collect(Collectors.toSet());
        objects.stream()
                .map(Live::object)
                .filter(object -> !(object instanceof Supplement))
                .filter(object -> namespaces.contains(object.name().namespace())
                        && !declared.contains(ObjectName.of(object)))
                .map(Subject::of)
                .filter(overload -> !members.contains(overload.name()))
                .forEach(overload -> findings.add(overload.display()));
        tables.forEach(table -> findings.addAll(UnmanagedParts.of(schema, table)));
        findings.addAll(UnmanagedParts.of(schema.objects(Grant.class), namespaces, access));
        findings.addAll(ofViews(schema, views));
        return findings;
    }

    private static List<String> ofViews(Schema schema, List<LiveTable> views) {
        Map<QualifiedName, NamedQuery> declared = new HashMap<>();
        schema.objects(NamedQuery.class).forEach(view -> declared.put(view.name(), view));
        return views.stream()
                .flatMap(live -> Stream.ofNullable(declared.get(live.name()))
                        .flatMap(view -> UnmanagedParts.of(view, live).stream()))
                .toList();
    }
}
