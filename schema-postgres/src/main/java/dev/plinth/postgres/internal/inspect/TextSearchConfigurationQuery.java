package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared text search configurations that exist: a row for each dictionary of a token, and one for a token without any. */
final class TextSearchConfigurationQuery extends ObjectQuery {

    private record Read(TextSearchName parser, Map<String, List<TextSearchName>> mappings) {}

    private final Map<QualifiedName, Read> read = new LinkedHashMap<>();

    TextSearchConfigurationQuery(Scope scope) {
        super(scope.named(TextSearchConfiguration.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, o.cfgname, pn.nspname, p.prsname, %s, k.alias, tn.nspname, t.dictname, %s
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_ts_config o ON o.cfgnamespace = n.oid AND o.cfgname = d.name %s
                  JOIN pg_ts_parser p ON p.oid = o.cfgparser
                  JOIN pg_namespace pn ON pn.oid = p.prsnamespace
                  LEFT JOIN LATERAL ts_token_type(o.cfgparser) AS k ON true
                  LEFT JOIN pg_ts_config_map m ON m.mapcfg = o.oid AND m.maptokentype = k.tokid
                  LEFT JOIN pg_ts_dict t ON t.oid = m.mapdict
                  LEFT JOIN pg_namespace tn ON tn.oid = t.dictnamespace
                 ORDER BY 1, 2, k.tokid, m.mapseqno"""
                .formatted(
                        Membership.extensionOf("pg_ts_parser", "p.oid"),
                        Membership.extensionOf("pg_ts_dict", "t.oid"),
                        names.sql(),
                        names.andOwn("pg_ts_config", "o.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        Read configuration = read.get(name);
        if (configuration == null) {
            configuration = new Read(name(row, 3), new LinkedHashMap<>());
            read.put(name, configuration);
        }
        if (row.getString(8) != null) {
            configuration.mappings.computeIfAbsent(row.getString(6), token -> new ArrayList<>()).add(name(row, 7));
        }
    }

    /** From three columns: the namespace, the name, the extension. */
    private static TextSearchName name(ResultSet row, int column) throws SQLException {
        return new TextSearchName(
                Sources.of(row.getString(column), row.getString(column + 2)),
                row.getString(column + 1));
    }

    @Override
    List<Live<TextSearchConfiguration>> objects() {
        return read.entrySet().stream().map(it -> Live.usable(configuration(it.getKey(), it.getValue()))).toList();
    }

    private static TextSearchConfiguration configuration(QualifiedName name, Read read) {
        List<Mapping> mappings =
                read.mappings.entrySet().stream().map(it -> new Mapping(it.getKey(), it.getValue())).toList();
        return new TextSearchConfiguration(name, read.parser, mappings, List.of(), null);
    }
}
