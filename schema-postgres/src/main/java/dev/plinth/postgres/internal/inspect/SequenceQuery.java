package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The declared sequences that exist, and those that columns of declared tables own. */
final class SequenceQuery extends ObjectQuery {

    /** The oids of sequences that columns of the declared tables own, as SQL. */
    static final String OWNED = "SELECT d.objid FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass"
            + " AND d.refobjid = ANY (" + TABLE_OIDS + ") AND d.refobjsubid > 0 AND d.classid = 'pg_class'::regclass"
            + " AND d.deptype IN ('a', 'i')";

    /** A sequence that a column owns. */
    record Owned(QualifiedName name, SequenceOptions options, boolean ofIdentity) {}

    /** A column by the oid of its table and its number. */
    record Place(long table, int column) {}

    private final boolean wanted;
    private final List<Live<Sequence>> sequences = new ArrayList<>();
    final Map<Place, List<Owned>> owned = new HashMap<>();

    SequenceQuery(Scope scope) {
        super(scope.sequences());
        this.wanted = !names.isEmpty() || scope.ownsSequences();
    }

    /** Whether a column of the schema is to have a sequence of its own. */
    static boolean ownsSequences(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.sequence() != null);
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, c.relname, s.seqtypid::regtype::text, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                       s.seqcache, s.seqcycle, c.relpersistence, o.deptype, o.refobjid, o.refobjsubid,
                       t.relname, a.attname
                  FROM (%s UNION SELECT c.oid FROM %s AS d(namespace, name)
                          JOIN pg_namespace n ON n.nspname = d.namespace
                          JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name AND c.relkind = 'S' %s) AS w(oid)
                  JOIN pg_class c ON c.oid = w.oid
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_sequence s ON s.seqrelid = c.oid
                  LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.refobjsubid > 0
                       AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
                  LEFT JOIN pg_class t ON t.oid = o.refobjid
                  LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
                 ORDER BY 1, 2"""
                .formatted(OWNED, names.sql(), names.andOwn("pg_class", "c.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        SequenceOptions options = new SequenceOptions(
                BuiltInType.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getBoolean(9));
        String dependency = row.getString(11);
        Sequence.Owner owner = null;
        if (dependency != null) {
            owned.computeIfAbsent(new Place(row.getLong(12), row.getInt(13)), key -> new ArrayList<>())
                    .add(new Owned(name, options, dependency.equals("i")));
            owner = new Sequence.Owner(name.sibling(row.getString(14)), row.getString(15));
        }
        if (names.contains(name)) {
            sequences.add(new Live<>(
                    new Sequence(name, options, owner, null), Live.State.USABLE, unmodelled(row, dependency)));
        }
    }

    private static List<String> unmodelled(ResultSet row, String dependency) throws SQLException {
        List<String> phrases = new ArrayList<>();
        if (row.getString(10).equals("u")) {
            phrases.add("UNLOGGED");
        }
        if ("i".equals(dependency)) {
            phrases.add("the sequence of an identity column");
        }
        return phrases;
    }

    @Override
    List<Live<Sequence>> objects() {
        return sequences;
    }
}
