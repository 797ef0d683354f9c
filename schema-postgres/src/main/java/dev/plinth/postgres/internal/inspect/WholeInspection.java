package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A look at whatever namespaces have, by the queries that look for declared names.
 *
 * @param schema all that the model has words for
 * @param unmodelled all else, sorted
 */
public record WholeInspection(Schema schema, List<Unmodelled> unmodelled) {

    /** Kinds without a name by which the model would know them; each that is there is read. */
    private static final Set<String> READ_BY_THEMSELVES = Set.of("extension", "cast");

    public WholeInspection {
        unmodelled = List.copyOf(unmodelled);
    }

    /**
     * Looks in a read-only transaction. The connection must be idle, in autocommit mode.
     *
     * @param namespaces those that exist
     */
    public static WholeInspection of(Connection connection, List<String> namespaces) throws SQLException {
        UnmanagedQuery others = new UnmanagedQuery(Scope.nothing(namespaces));
        UnmodelledQuery rest = new UnmodelledQuery(namespaces);
        UnmodelledPrivileges privileges = new UnmodelledPrivileges(namespaces);
        CatalogMessage message = new CatalogMessage(
                connection,
                Scope.everything(namespaces),
                List.of(others, rest, privileges),
                List.of(Inspector.BEGIN_READ_ONLY),
                List.of("COMMIT"));
        LiveModel model = new LiveModel(message.tables, message.views, message.queries.objects());
        EnvironmentQuery environment = message.queries.environment;
        LiveSupplements supplements = new LiveSupplements(model, message.queries.access());
        Schema schema = schema(environment, model, supplements);
        List<Unmodelled> unmodelled = new ArrayList<>();
        others.found().stream()
                .filter(found -> !model.knows(found) && !READ_BY_THEMSELVES.contains(found.kind()))
                .forEach(found -> unmodelled.add(new Unmodelled(found.text(), "")));
        unmodelled.addAll(supplements.unmodelled());
        Stream.of(
                model.unmodelled(),
                model.references(),
                empty(namespaces, schema),
                rest.found.stream(),
                privileges.found.stream())
                .flatMap(found -> found)
                .forEach(unmodelled::add);
        unmodelled.sort(Comparator.comparing(Unmodelled::object).thenComparing(Unmodelled::fact));
        return new WholeInspection(schema, unmodelled);
    }

    private static Schema schema(EnvironmentQuery environment, LiveModel model, LiveSupplements supplements) {
        return new Schema(
                environment.database,
                environment.installedExtensions.stream()
                        .sorted(Comparator.comparing(Extension::name))
                        .map(WholeInspection::ofAnyVersion)
                        .toList(),
                Stream.<DatabaseObject>concat(model.objects().stream(), supplements.objects().stream()).toList(),
                model.tables(),
                List.of(),
                null);
    }

    /** The version is what the server had at the time; {@code public} is where an extension comes anyway. */
    private static Extension ofAnyVersion(Extension installed) {
        boolean isUsual = QualifiedName.DEFAULT_NAMESPACE.equals(installed.namespace());
        return new Extension(
                installed.name(), isUsual ? null : installed.namespace(), null, installed.comment());
    }

    /** A namespace comes into a schema with what is in it. */
    private static Stream<Unmodelled> empty(List<String> namespaces, Schema schema) {
        Set<String> used = new HashSet<>(Set.of(QualifiedName.DEFAULT_NAMESPACE));
        Stream.concat(
                schema.objects().stream().map(DatabaseObject::name), schema.tables().stream().map(Table::name))
                .forEach(name -> used.add(name.namespace()));
        schema.extensions().forEach(extension -> used.add(String.valueOf(extension.namespace())));
        return namespaces.stream()
                .filter(namespace -> !used.contains(namespace))
                .map(namespace -> new Unmodelled("namespace " + namespace, ""));
    }
}
