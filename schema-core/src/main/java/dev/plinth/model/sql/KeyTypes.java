package dev.plinth.model.sql;

import java.util.List;
import java.util.Set;

/**
 * Which types a foreign key can join. PostgreSQL compares within one family ({@code varchar} and {@code text}) and where
 * the referencing type widens to the referenced one ({@code integer} to {@code numeric}).
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
public final class KeyTypes {

    private static final Set<BuiltInType> WHOLE =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT);
    private static final Set<BuiltInType> APPROXIMATE = Set.of(BuiltInType.REAL, BuiltInType.DOUBLE_PRECISION);
    private static final List<Set<BuiltInType>> FAMILIES = List.of(
            WHOLE,
            APPROXIMATE,
            Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR, BuiltInType.CHAR, BuiltInType.BPCHAR),
            Set.of(BuiltInType.DATE, BuiltInType.TIMESTAMP, BuiltInType.TIMESTAMP_WITH_TIME_ZONE),
            Set.of(BuiltInType.INET, BuiltInType.CIDR));

    private KeyTypes() {}

    /** Whether a column of one type can reference a column of the other; one that is only a name is given the benefit of the doubt. */
    public static boolean canReference(ColumnType from, ColumnType to) {
        if (isName(from) || isName(to)) {
            return true;
        }
        if (from instanceof ColumnType.BuiltIn left && to instanceof ColumnType.BuiltIn right) {
            return comparable(left.name(), right.name());
        }
        if (from instanceof ColumnType.Array left && to instanceof ColumnType.Array right) {
            return left.element().equals(right.element());
        }
        return from instanceof ColumnType.OfExtension left
                && to instanceof ColumnType.OfExtension right
                && left.name().equals(right.name());
    }

    private static boolean isName(ColumnType type) {
        return type instanceof ColumnType.Native || type instanceof ColumnType.Named || type instanceof UserType;
    }

    private static boolean comparable(BuiltInType from, BuiltInType to) {
        return from == to
                || FAMILIES.stream().anyMatch(it -> it.contains(from) && it.contains(to))
                || widens(from, to);
    }

    /** Casts that PostgreSQL makes by itself, in this direction only. */
    private static boolean widens(BuiltInType from, BuiltInType to) {
        return WHOLE.contains(from) && (to == BuiltInType.NUMERIC || to == BuiltInType.OID || APPROXIMATE.contains(to))
                || from == BuiltInType.NUMERIC && APPROXIMATE.contains(to)
                || from == BuiltInType.TIME
                        && (to == BuiltInType.TIME_WITH_TIME_ZONE || to == BuiltInType.INTERVAL)
                || from == BuiltInType.NAME && to == BuiltInType.TEXT;
    }
}
