package dev.plinth.postgres;

import dev.plinth.StoreException;
import dev.plinth.postgres.InspectedSchema.Unrepresented;
import dev.plinth.postgres.internal.apply.ConnectionSource;
import dev.plinth.postgres.internal.apply.Session;
import dev.plinth.postgres.internal.inspect.NamespacesQuery;
import dev.plinth.postgres.internal.inspect.Unmodelled;
import dev.plinth.postgres.internal.inspect.WholeInspection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Databases as schemas: the way back from what exists to the model. For starting a schema from a database that is there,
 * and for tests that look at one. A schema that is declared in code does not need it: a plan compares that with the
 * database, and {@code verify} names what nobody declared.
 *
 * <p>Names are those of the database; expressions are written as PostgreSQL prints them. What belongs to an extension, and
 * the partitions of a table, are left out.
 */
public final class PostgresSchemas {

    private PostgresSchemas() {}

    /**
     * All that these namespaces have, and the extensions of the database. The schema has the name of the database.
     *
     * @param namespaces none for every namespace, except those of PostgreSQL itself and of extensions
     * @throws StoreException when the database cannot be read, or has no such namespace
     */
    public static InspectedSchema inspect(DataSource dataSource, String... namespaces) {
        return inspect(new ConnectionSource.OfDataSource(dataSource), List.of(namespaces));
    }

    /** The same on one connection, which must be idle and stays open. */
    public static InspectedSchema inspect(Connection connection, String... namespaces) {
        return inspect(new ConnectionSource.OfConnection(connection), List.of(namespaces));
    }

    private static InspectedSchema inspect(ConnectionSource source, List<String> namespaces) {
        return Guarded.call(() -> {
            try (Session session = source.open()) {
                List<String> chosen = choose(namespaces, session.connection());
                WholeInspection found = WholeInspection.of(session.connection(), chosen);
                return new InspectedSchema(
                        found.schema(),
                        found.unmodelled().stream().map(PostgresSchemas::unrepresented).toList());
            }
        });
    }

    private static List<String> choose(List<String> asked, Connection connection) throws SQLException {
        List<String> existing = NamespacesQuery.read(connection);
        for (String namespace : asked) {
            if (!existing.contains(namespace)) {
                throw new StoreException(
                        "postgres: there is no namespace \"" + namespace + "\"; the database has "
                                + String.join(", ", existing),
                        null);
            }
        }
        return asked.isEmpty() ? existing : asked.stream().distinct().toList();
    }

    private static Unrepresented unrepresented(Unmodelled found) {
        return new Unrepresented(
                found.object(),
                found.fact().isEmpty() ? "is not read into the schema" : "the schema does not say " + found.fact());
    }
}
