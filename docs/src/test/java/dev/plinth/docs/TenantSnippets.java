package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;

import dev.plinth.Finding;
import dev.plinth.TenantsReport;
import dev.plinth.dsl.Namespace;
import dev.plinth.json.TenantsJson;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresTenants;
import dev.plinth.text.TenantsText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The Java of docs/tenants.md. */
final class TenantSnippets {

    static final Namespace COMMON = namespace("common");

    static final Table COUNTRIES = COMMON.table("countries", t -> t.column("code", text()).primaryKey());

    static final Table ADDRESSES = table("addresses", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("country", text()).notNull().references(COUNTRIES);
    });

    static final Schema SCHEMA = schema("shop", COUNTRIES, ADDRESSES);

    private TenantSnippets() {}

    static void manyNamespaces(DataSource dataSource) {
        TenantsReport report = PostgresTenants.of(SCHEMA)
                .namespaces(dataSource, List.of("acme", "globex", "initech"))
                .connections(4)
                .deadline(Duration.ofMinutes(10))
                .apply(); // or plan(), verify()
        System.out.print(TenantsText.of(report));
    }

    static void manyDatabases(DataSource europe, DataSource america) {
        PostgresTenants.of(SCHEMA)
                .databases(Map.of("europe", europe, "america", america))
                .apply()
                .orThrow(Finding.DRIFT, Finding.BLOCKED);
    }

    static void namespacesOfManyDatabases(DataSource europe, DataSource america) {
        PostgresTenants.of(SCHEMA)
                .namespaces("europe", europe, List.of("acme", "globex"))
                .namespaces("america", america, List.of("initech"))
                .apply();
    }

    static int inAPipeline(TenantsReport report) {
        System.out.print(TenantsJson.toJson(report));
        report.failed().forEach(tenant -> System.err.println(tenant.tenant() + " " + tenant.report().failures()));
        return report.exitCode();
    }

    static Schema oneTenantAlone() {
        return SCHEMA.inNamespace("acme");
    }
}
