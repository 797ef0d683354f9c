package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names to look for, the same ones in each of several namespaces. A message has each name once, however many those are.
 *
 * @param whole namespaces of which every name is wanted, whatever has it, without what extensions own
 */
record Names(List<Group> groups, Set<String> whole) {

    /** Names that are wanted in every one of these namespaces. */
    record Group(Set<String> namespaces, Set<String> names) {}

    /** Each catalog with names inside of namespaces: those of constraints and triggers come with their tables. An index is its table's. */
    private static final String EVERY = """
            SELECT DISTINCT n.nspname, o.name
              FROM pg_namespace n JOIN (
                       SELECT 'pg_class'::regclass, coalesce(i.indrelid, c.oid), c.relnamespace, c.relname
                         FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
                        WHERE c.relkind <> 't'
                       UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace, proname FROM pg_proc
                       UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace, typname FROM pg_type WHERE typrelid = 0
                       UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace, collname FROM pg_collation
                       UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace, oprname FROM pg_operator
                       UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxnamespace, stxname FROM pg_statistic_ext
                       UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace, dictname FROM pg_ts_dict
                       UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace, cfgname FROM pg_ts_config
                   ) AS o(catalog, oid, namespace, name) ON o.namespace = n.oid
             WHERE n.nspname = ANY (%s)""";

    private static final String NONE = "SELECT NULL::name, NULL::name WHERE false";

    /** Names as a schema declares them; what is declared in {@code public} is looked for in each of {@code homes}. */
    static Names of(Collection<QualifiedName> declared, Set<String> homes) {
        Map<String, Set<String>> byNamespace = new LinkedHashMap<>();
        for (QualifiedName name : declared) {
            byNamespace.putIfAbsent(name.namespace(), new LinkedHashSet<>());
            byNamespace.get(name.namespace()).add(name.name());
        }
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : byNamespace.entrySet()) {
            boolean isDefault = entry.getKey().equals(QualifiedName.DEFAULT_NAMESPACE);
            groups.add(new Group(isDefault ? homes : Set.of(entry.getKey()), entry.getValue()));
        }
        return new Names(groups, Set.of());
    }

    /** Every name of these namespaces. */
    static Names every(Collection<String> namespaces) {
        return new Names(List.of(), new LinkedHashSet<>(namespaces));
    }

    boolean isEmpty() {
        return groups.isEmpty() && whole.isEmpty();
    }

    /** How many there are at most. */
    int count() {
        return groups.stream().mapToInt(group -> group.namespaces.size() * group.names.size()).sum();
    }

    boolean contains(QualifiedName name) {
        return whole.contains(name.namespace()) || groups.stream()
                .anyMatch(group -> group.namespaces.contains(name.namespace()) && group.names.contains(name.name()));
    }

    /** A table expression with two columns, the namespace and the name. */
    String sql() {
        if (isEmpty()) {
            return "(" + NONE + ")";
        }
        List<String> parts = new ArrayList<>();
        for (Group group : groups) {
            parts.add(sql(group));
        }
        if (!whole.isEmpty()) {
            parts.add(every(ArrayLiterals.names(List.copyOf(whole))));
        }
        return "(" + String.join(" UNION ALL ", parts) + ")";
    }

    private static String every(String namespaces) {
        return EVERY.formatted(namespaces) + " AND " + Membership.isOfNoExtension("o.catalog", "o.oid");
    }

    /** The same table expression with every name of these namespaces, those too that only what extensions own has. */
    static String withMembers(Collection<String> namespaces) {
        return "(" + EVERY.formatted(ArrayLiterals.names(List.copyOf(namespaces))) + ")";
    }

    /**
     * Where every name is wanted, a condition that leaves out what an extension or another object owns, though it has the
     * name of something else; otherwise nothing: what was named is looked at, whoever owns it.
     */
    String andOwn(String catalog, String oid) {
        return whole.isEmpty() ? "" : "AND " + Membership.isNone(catalog, oid);
    }

    private static String sql(Group group) {
        return "SELECT n.n, d.d FROM unnest(" + ArrayLiterals.names(List.copyOf(group.namespaces))
                + ") AS n(n), unnest("
                + ArrayLiterals.names(List.copyOf(group.names)) + ") AS d(d)";
    }
}
