package dev.plinth.postgres.internal.inspect;

import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What namespaces have, and the database itself, in the catalogs that no reader of the model looks into. */
final class UnmodelledQuery implements CatalogQuery {

    private final List<String> namespaces;
    final List<Unmodelled> found = new ArrayList<>();

    UnmodelledQuery(List<String> namespaces) {
        this.namespaces = namespaces;
    }

    @Override
    public String sql() {
        Stream<String> kinds = UnmodelledKinds.queries()
                .map(query -> "SELECT k.kind || ' ' || k.name, '' FROM (" + query + ") AS k(kind, name)");
        return UnmodelledKinds.union(Stream.concat(kinds, UnmodelledFacts.queries()))
                .formatted(ArrayLiterals.names(namespaces))
                + "\nORDER BY 1, 2";
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        found.add(new Unmodelled(row.getString(1), row.getString(2)));
    }
}
