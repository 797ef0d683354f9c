package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared text search dictionaries that exist, with what their templates were told. */
final class TextSearchDictionaryQuery extends ObjectQuery {

    private final List<Live<TextSearchDictionary>> dictionaries = new ArrayList<>();

    TextSearchDictionaryQuery(Scope scope) {
        super(scope.named(TextSearchDictionary.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, o.dictname, tn.nspname, t.tmplname, %s, o.dictinitoption
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_ts_dict o ON o.dictnamespace = n.oid AND o.dictname = d.name %s
                  JOIN pg_ts_template t ON t.oid = o.dicttemplate
                  JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
                 ORDER BY 1, 2"""
                .formatted(
                        Membership.extensionOf("pg_ts_template", "t.oid"),
                        names.sql(),
                        names.andOwn("pg_ts_dict", "o.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        DictionaryOptions read = DictionaryOptions.of(row.getString(6));
        TextSearchDictionary dictionary = new TextSearchDictionary(
                new QualifiedName(row.getString(1), row.getString(2)),
                new TextSearchName(
                        Sources.of(row.getString(3), row.getString(5)), row.getString(4)),
                read.options(),
                List.of(),
                null);
        dictionaries.add(new Live<>(dictionary, Live.State.USABLE, read.unmodelled()));
    }

    @Override
    List<Live<TextSearchDictionary>> objects() {
        return dictionaries;
    }
}
