package dev.plinth.postgres.internal.apply;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the values of a domain are stored: in columns of the domain and of domains over it, and inside of arrays, rows and
 * ranges, where PostgreSQL cannot look at them and refuses to add a check at all (0A000).
 *
 * @param inside whether it is a column of a type that holds values of the domain
 */
record DomainValues(boolean inside, QualifiedName table, String column) {

    /** A query for them, those that PostgreSQL cannot look at first; of those a partitioned table counts without any partition. */
    static String query(QualifiedName domain) {
        return """
                WITH RECURSIVE holder(type, inside) AS (
                    SELECT t.oid, false FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                     WHERE n.nspname = %s AND t.typname = %s
                    UNION
                    SELECT t.oid, h.inside OR t.typtype <> 'd'
                      FROM holder h JOIN %s)
                SELECT h.inside, n.nspname, c.relname, a.attname
                  FROM holder h
                  JOIN pg_attribute a ON a.atttypid = h.type AND a.attnum > 0 AND NOT a.attisdropped
                  JOIN pg_class c ON c.oid = a.attrelid
                   AND (c.relkind IN ('r', 'm') OR c.relkind = 'p' AND h.inside)
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 ORDER BY h.inside DESC, 2, 3, a.attnum"""
                .formatted(SqlText.literal(domain.namespace()), SqlText.literal(domain.name()), TypeHolders.JOIN);
    }

    static List<DomainValues> read(List<List<String>> rows) {
        return rows.stream()
                .map(row -> new DomainValues(
                        row.get(0).equals("t"), new QualifiedName(row.get(1), row.get(2)), row.get(3)))
                .toList();
    }

    /** What stands against a check before any value is looked at. */
    static Optional<String> obstacle(List<DomainValues> all) {
        return all.stream()
                .filter(DomainValues::inside)
                .findFirst()
                .map(one -> "values of the domain are inside of another type in " + one.display()
                        + ", where PostgreSQL cannot check them; declare the check notValid()");
    }

    /** A query for values that do not meet the condition, in which the value is called {@code VALUE}. */
    static Violation violation(List<DomainValues> all, Expression condition) {
        String query = all.stream().map(one -> one.violations(condition)).collect(Collectors.joining(" UNION ALL "));
        return new Violation("SELECT * FROM (" + query + ") AS found LIMIT 3", "values do not meet the condition");
    }

    private String violations(Expression condition) {
        return "(SELECT " + SqlText.literal(display() + ": ") + " || value::text FROM (SELECT "
                + SqlText.identifier(column) + " FROM " + SqlText.qualified(table) + ") AS v(value) WHERE NOT "
                + SqlText.parenthesised(condition) + " LIMIT 3)";
    }

    private String display() {
        return table.display() + "." + column;
    }
}
