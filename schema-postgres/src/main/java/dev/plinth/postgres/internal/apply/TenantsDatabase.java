package dev.plinth.postgres.internal.apply;

import java.util.List;
import javax.sql.DataSource;

/**
 * A database with tenants.
 *
 * @param name what reports call it; may be empty where its namespaces are the tenants
 * @param namespaces the tenants inside it; empty where the database as a whole is one
 */
public record TenantsDatabase(String name, DataSource dataSource, List<String> namespaces) {

    public TenantsDatabase {
        namespaces = List.copyOf(namespaces);
    }

    boolean isOneTenant() {
        return namespaces.isEmpty();
    }

    /** The names of its tenants in reports. */
    public List<String> tenants() {
        if (isOneTenant()) {
            return List.of(name);
        }
        return namespaces.stream().map(this::tenant).toList();
    }

    String tenant(String namespace) {
        return name.isEmpty() ? namespace : name + "/" + namespace;
    }

    /** Without the data source, which may print a URL. */
    @Override
    public String toString() {
        return "TenantsDatabase[" + name + ", " + namespaces + "]";
    }
}
