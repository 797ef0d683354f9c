package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Collation.Provider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared collations that exist, for the encoding of the database. */
final class CollationQuery extends ObjectQuery {

    private static final int LOCALE_OF_ALL = 17;
    private static final int RULES = 16;
    private static final int LOCALE_OF_ICU = 15;

    private final int version;
    private final List<Live<Collation>> collations = new ArrayList<>();

    CollationQuery(Scope scope, int serverMajorVersion) {
        super(scope.named(Collation.class));
        this.version = serverMajorVersion;
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, o.collname, o.collprovider, %s, o.collctype, o.collisdeterministic, %s
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_collation o ON o.collnamespace = n.oid AND o.collname = d.name AND (
                       o.collencoding = -1 OR o.collencoding = (
                           SELECT encoding FROM pg_database WHERE datname = current_database())) %s
                 ORDER BY 1, 2"""
                .formatted(locale(), version >= RULES ? "o.collicurules" : "NULL", names.sql(),
                        names.andOwn("pg_collation", "o.oid"));
    }

    private String locale() {
        if (version >= LOCALE_OF_ALL) {
            return "coalesce(o.colllocale, o.collcollate)";
        }
        return version >= LOCALE_OF_ICU ? "coalesce(o.colliculocale, o.collcollate)" : "o.collcollate";
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String locale = row.getString(4);
        String ctype = row.getString(5);
        collations.add(Live.usable(new Collation(
                new QualifiedName(row.getString(1), row.getString(2)),
                provider(row.getString(3)),
                locale,
                ctype == null || ctype.equals(locale) ? null : ctype,
                row.getBoolean(6),
                row.getString(7),
                null)));
    }

    private static Provider provider(String code) throws SQLException {
        return switch (code) {
            case "c" -> Provider.LIBC;
            case "i" -> Provider.ICU;
            case "b" -> Provider.BUILTIN;
            default -> throw new SQLException("unexpected collation provider " + code);
        };
    }

    @Override
    List<Live<Collation>> objects() {
        return collations;
    }
}
