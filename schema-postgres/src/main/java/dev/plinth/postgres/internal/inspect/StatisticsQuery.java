package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Statistics.Kind;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared extended statistics that exist, whatever they are of. A target of their own is nothing that a schema says. */
final class StatisticsQuery extends ObjectQuery {

    private final List<Live<Statistics>> statistics = new ArrayList<>();

    StatisticsQuery(Scope scope) {
        super(scope.named(Statistics.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, s.stxname, r.nspname, c.relname, array_to_string(s.stxkind::text[], ''),
                       ARRAY(SELECT a.attname::text
                               FROM unnest(s.stxkeys::int2[]) WITH ORDINALITY AS k(number, place)
                               JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = k.number ORDER BY k.place),
                       pg_get_statisticsobjdef_expressions(s.oid), 'SET STATISTICS ' || nullif(s.stxstattarget, -1)
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_statistic_ext s ON s.stxnamespace = n.oid AND s.stxname = d.name %s
                  JOIN pg_class c ON c.oid = s.stxrelid
                  JOIN pg_namespace r ON r.oid = c.relnamespace
                 ORDER BY 1, 2"""
                .formatted(names.sql(), names.andOwn("pg_statistic_ext", "s.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String target = row.getString(8);
        statistics.add(new Live<>(
                new Statistics(
                        new QualifiedName(row.getString(1), row.getString(2)),
                        new QualifiedName(row.getString(3), row.getString(4)),
                        kinds(row.getString(5)),
                        Texts.strings(row, 6),
                        Texts.strings(row, 7).stream()
                                .<Expression>map(text -> new Expression.Sql(Parentheses.strip(text)))
                                .toList(),
                        List.of(),
                        null),
                Live.State.USABLE,
                target == null ? List.of() : List.of(target)));
    }

    /** By their letters; {@code e} is for the expressions, which says nothing more. */
    private static List<Kind> kinds(String letters) {
        List<Kind> kinds = new ArrayList<>();
        if (letters.contains("d")) {
            kinds.add(Kind.NDISTINCT);
        }
        if (letters.contains("f")) {
            kinds.add(Kind.DEPENDENCIES);
        }
        if (letters.contains("m")) {
            kinds.add(Kind.MCV);
        }
        return kinds;
    }

    /** Those that exist, once all rows are read. */
    List<Statistics> found() {
        return statistics.stream().map(Live::object).toList();
    }

    @Override
    List<Live<Statistics>> objects() {
        return statistics;
    }
}
