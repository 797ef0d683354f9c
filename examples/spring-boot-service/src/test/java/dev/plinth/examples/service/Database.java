package dev.plinth.examples.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database on a server of the test, looked at by plain SQL. */
record Database(EmbeddedPostgres server, String name) {

    /** Every relation, column, constraint, index and trigger of the schema public, as the server itself writes them. */
    private static final String LISTING = """
            SELECT format('%s %s', relkind, oid::regclass) FROM pg_class WHERE relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT format('%s.%s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
                          (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum))
              FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
            UNION ALL
            SELECT format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON indexrelid = oid
             WHERE relnamespace = 'public'::regnamespace AND indisvalid
            UNION ALL
            SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            ORDER BY 1""";

    static Database create(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Database(server, name);
    }

    String url() {
        return server.getJdbcUrl("postgres", name);
    }

    DataSource dataSource() {
        return server.getDatabase("postgres", name);
    }

    List<String> listing() throws SQLException {
        return texts(LISTING);
    }

    /** The first column. */
    List<String> texts(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Asks until that many rows come; the build's own limit of time ends it otherwise. */
    List<String> await(String sql, int rows) throws SQLException, InterruptedException {
        while (true) {
            List<String> found = texts(sql);
            if (found.size() == rows) {
                return found;
            }
            Thread.sleep(50);
        }
    }
}
