package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.postgres.internal.compare.Undecided;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One look at all namespaces that have the same schema, in one round trip; each tenant sees its own part, and what all of
 * them share.
 */
public final class TenantsInspection {

    private final CatalogMessage message;
    private final Schema schema;
    private final Optional<UnmanagedQuery> unmanaged;
    private final Answers answers;
    private final List<Undecided> undecided;
    private final Map<ObjectName, String> holders;
    private final LiveAccess access;
    private final Set<String> namespaces;
    private final List<Extension> extensions;
    private final Set<String> sharedNamespaces = new LinkedHashSet<>();
    private final Map<String, List<LiveTable>> tables = new HashMap<>();
    private final Map<String, List<LiveTable>> views = new HashMap<>();
    private final Map<String, List<Live<? extends DatabaseObject>>> objects = new HashMap<>();
    private final Map<String, Map<QualifiedName, String>> relations = new HashMap<>();
    private final Map<String, List<LiveAccess.Privilege>> privileges = new HashMap<>();
    private final Map<String, List<DefaultPrivileges>> defaults = new HashMap<>();

    private TenantsInspection(
            CatalogMessage message,
            Schema schema,
            Optional<UnmanagedQuery> unmanaged,
            Map<Answers.Pair, Verdict> decided) {
        this.message = message;
        this.schema = schema;
        this.unmanaged = unmanaged;
        this.answers = message.answers.withDecided(decided);
        this.undecided = message.undecided.stream()
                .filter(it -> !decided.containsKey(it.pair()))
                .toList();
        this.holders = Map.copyOf(message.queries.holders());
        this.access = message.queries.access();
        this.namespaces = Set.copyOf(message.queries.environment.namespaces);
        this.extensions = List.copyOf(message.queries.environment.installedExtensions);
        Scope.of(schema, Set.of()).namespaces().forEach(sharedNamespaces::add);
        message.tables.forEach(table -> list(tables, table.name()).add(table));
        message.views.forEach(view -> list(views, view.name()).add(view));
        message.queries.objects().forEach(object -> list(objects, object.object().name()).add(object));
        message.relations()
                .forEach((name, holder) -> relations
                        .computeIfAbsent(name.namespace(), key -> new HashMap<>())
                        .put(name, holder));
        access.privileges().forEach(one -> list(privileges, one.target().name()).add(one));
        access.defaults().forEach(one -> list(defaults, one.name()).add(one));
    }

    /**
     * Inspects in a read-only transaction. The connection must be idle, in autocommit mode.
     *
     * @param schema as it is declared
     * @param homes the namespaces that are to have what it declares in {@code public}
     * @param listsUnmanaged whether objects that nobody declared are named too
     */
    public static TenantsInspection of(
            Connection connection, Schema schema, Set<String> homes, boolean listsUnmanaged, long timeoutMillis)
            throws SQLException {
        List<String> before = List.of(Inspector.BEGIN_READ_ONLY, Inspector.timeout(timeoutMillis));
        Scope scope = Scope.of(schema, homes);
        Optional<UnmanagedQuery> unmanaged =
                listsUnmanaged ? Optional.of(new UnmanagedQuery(scope)) : Optional.empty();
        CatalogMessage message = new CatalogMessage(
                connection, scope, unmanaged.stream().toList(), before, List.of("COMMIT"));
        return new TenantsInspection(message, schema, unmanaged, Map.of());
    }

    /** What no tenant can be sure of without a closer look. */
    public List<Undecided> undecided() {
        return message.undecided;
    }

    /** The same after a closer look. */
    public TenantsInspection withDecided(Map<Answers.Pair, Verdict> more) {
        return new TenantsInspection(message, schema, unmanaged, Map.copyOf(more));
    }

    /** What a tenant has: its namespace, and what is shared. */
    public Inspection of(String namespace) {
        Set<String> seen = new LinkedHashSet<>(sharedNamespaces);
        seen.add(namespace);
        return inspection(schema.inNamespace(namespace), seen, Set.of(namespace), false);
    }

    /** Whether nothing was found in a namespace that the schema asks about. */
    public boolean isEmpty(String namespace) {
        return !tables.containsKey(namespace)
                && !objects.containsKey(namespace)
                && !relations.containsKey(namespace)
                && !privileges.containsKey(namespace);
    }

    /** What the tenants share. */
    public Inspection shared() {
        return inspection(schema.outsideDefaultNamespace(), sharedNamespaces, sharedNamespaces, true);
    }

    private Inspection inspection(Schema declared, Set<String> seen, Set<String> own, boolean ofDatabase) {
        Map<QualifiedName, String> names = new HashMap<>();
        seen.forEach(namespace -> names.putAll(relations.getOrDefault(namespace, Map.of())));
        EnvironmentQuery environment = message.queries.environment;
        LiveDatabase live = new LiveDatabase(
                message.serverVersion,
                namespaces,
                extensions,
                environment.availableExtensions,
                names,
                LiveDatabase.byName(of(tables, seen)),
                of(views, seen),
                holders,
                of(objects, seen),
                access(seen),
                environment.storage);
        List<String> strangers = unmanaged
                .map(query -> query.findings(
                        declared, own, ofDatabase, of(tables, own), of(views, own), of(objects, own), access(own)))
                .orElse(List.of());
        return new Inspection(
                environment.database,
                live,
                answers,
                environment.extensionNamespaces(),
                strangers,
                undecided,
                environment.lockTableSize);
    }

    private LiveAccess access(Set<String> seen) {
        return new LiveAccess(access.roles(), of(privileges, seen), of(defaults, seen));
    }

    private static <T> List<T> list(Map<String, List<T>> byNamespace, QualifiedName name) {
        return byNamespace.computeIfAbsent(name.namespace(), namespace -> new ArrayList<>());
    }

    private static <T> List<T> of(Map<String, List<T>> byNamespace, Set<String> namespaces) {
        return namespaces.stream()
                .flatMap(namespace -> byNamespace.getOrDefault(namespace, List.of()).stream())
                .toList();
    }
}
