package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Answers.DefaultClass;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operator classes that a live key may name: those that are no default, those that are not built in or can have
 * parameters; and those that the schema names although they are the default. Any other is a built-in default, which nobody
 * says.
 */
final class OperatorClassQuery implements CatalogQuery {

    /** An operator class without parameters. */
    record Row(OperatorClass operatorClass, boolean isDefault) {}

    private final List<String> declared;
    final Map<Long, Row> classes = new HashMap<>();
    final Set<DefaultClass> defaults = new HashSet<>();

    OperatorClassQuery(Schema schema) {
        Set<String> names = new LinkedHashSet<>();
        for (Table table : schema.tables()) {
            addNames(names, table);
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            addNames(names, view.parts());
        }
        this.declared = List.copyOf(names);
    }

    private static void addNames(Set<String> names, Table table) {
        for (Index index : table.indexes()) {
            addNames(names, index.keys());
        }
        for (Constraint.Exclusion exclusion : table.constraints(Constraint.Exclusion.class)) {
            addNames(names, exclusion.keys());
        }
        if (table.options().partitioning() != null) {
            addNames(names, table.options().partitioning().keys());
        }
    }

    private static void addNames(Set<String> names, List<IndexKey> keys) {
        for (IndexKey key : keys) {
            if (key.operatorClass() != null) {
                names.add(key.operatorClass().name());
            }
        }
    }

    /** There are a hundred such operator classes, and looking which of them the indexes have would take longer than reading all. */
    @Override
    public String sql() {
        return """
                SELECT o.oid, o.opcname, n.nspname, m.amname, o.opcdefault, e.extname
                  FROM pg_opclass o
                  JOIN pg_namespace n ON n.oid = o.opcnamespace
                  JOIN pg_am m ON m.oid = o.opcmethod
                  LEFT JOIN pg_depend d ON d.classid = 'pg_opclass'::regclass AND d.objid = o.oid
                       AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
                  LEFT JOIN pg_extension e ON e.oid = d.refobjid
                 WHERE o.opcname = ANY (%s) OR NOT o.opcdefault OR o.oid >= 16384
                    OR m.amname NOT IN ('btree', 'hash', 'gin')"""
                .formatted(ArrayLiterals.names(declared));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        Source source = Sources.of(row.getString(3), row.getString(6));
        String name = row.getString(2);
        boolean isDefault = row.getBoolean(5);
        classes.put(row.getLong(1), new Row(new OperatorClass(source, name, StorageParameters.NONE), isDefault));
        if (isDefault) {
            defaults.add(new DefaultClass(row.getString(4), source, name));
        }
    }
}
