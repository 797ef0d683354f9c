package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Columns of the row type of a table that gets a column, in arrays, domains and other types too. Whatever rows there are, PostgreSQL
 * then adds no column that is more than null at first: it would have to write those values anew.
 */
final class RowTypeUses {

    private static final String USES = """
            WITH RECURSIVE tree(oid) AS (
                SELECT %s::regclass::oid
                UNION
                SELECT i.inhrelid FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid),
            holder(type) AS (
                SELECT c.reltype FROM tree JOIN pg_class c USING (oid) WHERE c.relkind <> 'p'
                UNION
                SELECT t.oid
                  FROM holder h JOIN %s)
            SELECT n.nspname, c.relname, a.attname
              FROM holder h
              JOIN pg_attribute a ON a.atttypid = h.type AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'm', 'p')
              JOIN pg_namespace n ON n.oid = c.relnamespace
             ORDER BY 1, 2, a.attnum LIMIT 1""";

    /** Whether a domain, or one that it is over, has a default or a condition, or is one of those that get a condition. */
    private static final String DOMAIN = """
            WITH RECURSIVE domain(oid, base) AS (
                SELECT t.oid, t.typbasetype FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                 WHERE n.nspname = %s AND t.typname = %s AND t.typtype = 'd'
                UNION
                SELECT t.oid, t.typbasetype FROM domain d JOIN pg_type t ON t.oid = d.base WHERE t.typtype = 'd')
            SELECT 1 FROM domain d JOIN pg_type t USING (oid) JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typnotnull OR t.typdefaultbin IS NOT NULL OR (n.nspname, t.typname) IN (%s)
                OR EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid)""";

    private final Session session;
    private final LiveDatabase live;
    private final Map<QualifiedName, DomainType> newDomains = new HashMap<>();
    private final Set<QualifiedName> checkedDomains = new HashSet<>();
    private final Map<QualifiedName, List<List<String>>> uses = new HashMap<>();

    /** @param isComing whether a check comes before columns do, now or later */
    RowTypeUses(
            Session session, List<SqlChange> missing, LiveDatabase live, Predicate<AddDomainCheck> isComing) {
        this.session = session;
        this.live = live;
        for (SqlChange change : missing) {
            if (change instanceof CreateObject created && created.object() instanceof DomainType domain) {
                newDomains.put(domain.name(), domain);
            } else if (change instanceof AddDomainCheck added && isComing.test(added)) {
                checkedDomains.add(added.type());
            }
        }
    }

    /** Why a column cannot be added. */
    Optional<String> obstacle(SqlChange change) throws SQLException {
        if (!(change instanceof AddColumn added)
                || live.table(added.table()).isEmpty()
                || !mayHaveValues(added.column())) {
            return Optional.empty();
        }
        if (!uses.containsKey(added.table())) {
            String table = SqlText.literal(SqlText.qualified(added.table()));
            uses.put(added.table(), Preflight.ask(session, USES.formatted(table, TypeHolders.JOIN)).orElse(List.of()));
        }
        List<List<String>> rows = uses.get(added.table());
        if (rows == null || rows.isEmpty() || !hasValues(added.column())) {
            return Optional.empty();
        }
        List<String> row = rows.getFirst();
        return Optional.of(new QualifiedName(row.get(0), row.get(1)).display() + "." + row.get(2)
                + " has the row type of the table, to which PostgreSQL then adds no column with a default, generated values"
                + " or a domain that has conditions; add the column in a migration, without them at first");
    }

    private static String literals(QualifiedName name) {
        return "(" + SqlText.literal(name.namespace()) + ", " + SqlText.literal(name.name()) + ")";
    }

    /** Before the server is asked anything. */
    private static boolean mayHaveValues(Column column) {
        return hasValuesOfItsOwn(column) || column.type().identity() instanceof ColumnType.Named;
    }

    private boolean hasValues(Column column) throws SQLException {
        return hasValuesOfItsOwn(column)
                || column.type().identity() instanceof ColumnType.Named(QualifiedName type) && hasConditions(type);
    }

    private static boolean hasValuesOfItsOwn(Column column) {
        return switch (column.generation()) {
            case null -> column.defaultValue() != null && !isNull(column.defaultValue());
            case Generation.Serial ignored -> true;
            case Generation.Identity ignored -> true;
            case Generation.Computed computed -> computed.stored();
        };
    }

    private static boolean isNull(Expression expression) {
        return SqlText.expression(expression).equalsIgnoreCase("null");
    }

    private boolean hasConditions(QualifiedName type) throws SQLException {
        DomainType domain = newDomains.get(type);
        if (domain == null) {
            String checked = checkedDomains.isEmpty()
                    ? "(NULL, NULL)"
                    : checkedDomains.stream().map(RowTypeUses::literals).collect(Collectors.joining(", "));
            String query = DOMAIN.formatted(SqlText.literal(type.namespace()), SqlText.literal(type.name()), checked);
            return Preflight.ask(session, query).filter(rows -> !rows.isEmpty()).isPresent();
        }
        return !domain.nullable()
                || domain.defaultValue() != null
                || !domain.checks().isEmpty()
                || domain.base().identity() instanceof ColumnType.Named(QualifiedName base) && hasConditions(base);
    }
}
