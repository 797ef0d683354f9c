package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How objects are found that something is said of, as SQL joined to {@code w(namespace, name)} and {@code n}, the namespace. */
final class TargetSource {

    static final String RELATION = "JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name";

    static final String RELATION_KIND = "CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'"
            + " WHEN 'S' THEN 'SEQUENCE' WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX' ELSE 'TABLE' END";

    /** The name of a relation for a person. */
    static final String RELATION_NAME = "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname";

    /** Behind {@link #RELATION}; {@code %s} are the names. */
    static final String COLUMN =
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ANY (%s) AND a.attnum > 0";

    static final String TYPE = "JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = w.name";

    static final String TYPE_KIND = "CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END";

    /** The types of the arguments of {@code p}, a routine. */
    static final String ARGUMENTS = arguments("p.proargtypes::oid[]");

    static final String ROUTINE =
            "JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = w.name" + ARGUMENTS;

    static final String OPERATOR =
            "JOIN pg_operator o ON o.oprnamespace = n.oid AND o.oprname = w.name AND o.oprcode <> 0"
                    + arguments("ARRAY[nullif(o.oprleft, 0), o.oprright]");

    static final String ROUTINE_KIND = "CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END";

    /** The types and extensions of the arguments of what has none. */
    static final String NO_ARGUMENTS = "NULL::text[], NULL::text[]";

    private TargetSource() {}

    private static String arguments(String oids) {
        return " CROSS JOIN LATERAL (SELECT array_agg(format_type(t.oid, NULL) ORDER BY u.place) AS types,"
                + " array_agg((" + TypeColumns.extensionOf("t.oid", "t") + ")::text ORDER BY u.place) AS extensions"
                + " FROM unnest(" + oids + ") WITH ORDINALITY AS u(type, place) JOIN pg_type t ON t.oid = u.type) AS a";
    }

    /** The arguments from their types and the extensions of those. */
    static List<ColumnType> arguments(ResultSet row, int typesColumn, int extensionsColumn) throws SQLException {
        List<String> types = Texts.strings(row, typesColumn);
        List<String> extensions = Texts.strings(row, extensionsColumn);
        List<ColumnType> arguments = new ArrayList<>();
        for (int place = 0; place < types.size(); place++) {
            arguments.add(LiveTypes.read(types.get(place), extensions.get(place)));
        }
        return arguments;
    }
}
