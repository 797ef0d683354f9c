package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Function;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared functions that exist. A function is named by its argument types too: overloads are other functions. */
final class FunctionQuery implements ObjectQuery {

    private final Names names;
    private final List<Live<Function>> functions = new ArrayList<>();

    FunctionQuery(Scope scope) {
        this.names = scope.functions();
    }

    @Override
    public boolean isWanted() {
        return !names.isEmpty();
    }

    @Override
    public List<Live<Function>> objects() {
        return functions;
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, p.proname, format_type(p.prorettype, NULL), l.lanname, p.prosrc, p.prokind, p.proretset,
                       p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel,
                       array_to_string(p.proconfig, ', '), p.prosrc IS NULL OR p.probin IS NOT NULL
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name AND p.pronargs = 0
                  JOIN pg_language l ON l.oid = p.prolang
                 ORDER BY 1, 2"""
                .formatted(names.sql());
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        Function function = new Function(
                new QualifiedName(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                null);
        functions.add(new Live<>(function, Live.State.USABLE, unmodelled(row)));
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        addWhen(!row.getString(6).equals("f"), "not a plain function", phrases);
        addWhen(row.getBoolean(7), "RETURNS SETOF", phrases);
        addWhen(row.getString(8).equals("i"), "IMMUTABLE", phrases);
        addWhen(row.getString(8).equals("s"), "STABLE", phrases);
        addWhen(row.getBoolean(9), "STRICT", phrases);
        addWhen(row.getBoolean(10), "SECURITY DEFINER", phrases);
        addWhen(row.getBoolean(11), "LEAKPROOF", phrases);
        addWhen(row.getString(12).equals("s"), "PARALLEL SAFE", phrases);
        addWhen(row.getString(12).equals("r"), "PARALLEL RESTRICTED", phrases);
        addWhen(row.getString(13) != null, "SET " + row.getString(13), phrases);
        addWhen(row.getBoolean(14), "a body in an object file", phrases);
        return phrases;
    }

    private static void addWhen(boolean condition, String phrase, List<String> phrases) {
        if (condition) {
            phrases.add(phrase);
        }
    }
}
