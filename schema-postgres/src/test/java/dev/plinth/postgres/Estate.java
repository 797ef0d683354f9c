package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;

/** The shop for many tenants, with a table that all of them share. */
final class Estate {

    static final Table COUNTRIES = namespace("common").table("countries", t -> t.column("code", text()).primaryKey());

    static final Table ADDRESSES = table("addresses", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("customer_id", uuid()).references(Shop.CUSTOMERS);
        t.column("country", text()).notNull().references(COUNTRIES);
    });

    static final Schema SCHEMA = schema("estate", Shop.CUSTOMERS, Shop.ORDERS, Shop.NOTES, ADDRESSES, COUNTRIES);

    /** How many objects a tenant has, its namespace included, and how many are shared. */
    static final int OBJECTS = 11;

    static final int SHARED_OBJECTS = 2;

    private static final String SHARED_SQL =
            "CREATE SCHEMA common; CREATE TABLE common.countries (code text PRIMARY KEY);";

    private static final String ADDRESSES_SQL = """
            CREATE TABLE addresses (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                customer_id uuid REFERENCES customers,
                country text NOT NULL REFERENCES common.countries);
            """;

    private Estate() {}

    /** Names that need their quotes. */
    static List<String> namespaces(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "Tenant \"" + number + "\"").toList();
    }

    /** What a person would run: the shared table once, the shop in each namespace. */
    static void buildByHand(TestDatabase database, List<String> namespaces) {
        database.execute(SHARED_SQL);
        for (String namespace : namespaces) {
            String name = identifier(namespace);
            database.execute("CREATE SCHEMA " + name + "; SET search_path = " + name + ";" + Shop.SQL + ADDRESSES_SQL);
        }
    }

    /** A statement inside one namespace. */
    static void executeIn(TestDatabase database, String namespace, String sql) {
        database.execute("SET search_path = " + identifier(namespace) + "; " + sql);
    }

    static String identifier(String namespace) {
        return '"' + namespace.replace("\"", "\"\"") + '"';
    }

    static PostgresTenants tenants(TestDatabase database, List<String> namespaces) {
        return PostgresTenants.of(SCHEMA).namespaces(database.dataSource(), namespaces);
    }
}
