package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import dev.plinth.naming.TypeWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column and the column it references must be comparable by an index of the latter. PostgreSQL allows that between
 * the types of one family ({@code varchar} and {@code text}) and where the former widens to the latter
 * ({@code integer} to {@code numeric}); it refuses all others when the constraint is created.
 */
public final class ForeignKeyType implements ForeignKeyRule {

    private static final Set<BuiltInType> WHOLE =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT);
    private static final Set<BuiltInType> APPROXIMATE = Set.of(BuiltInType.REAL, BuiltInType.DOUBLE_PRECISION);
    private static final List<Set<BuiltInType>> FAMILIES = List.of(
            WHOLE,
            APPROXIMATE,
            Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR, BuiltInType.CHAR),
            Set.of(BuiltInType.DATE, BuiltInType.TIMESTAMP, BuiltInType.TIMESTAMP_WITH_TIME_ZONE),
            Set.of(BuiltInType.INET, BuiltInType.CIDR));

    @Override
    public Stream<Problem> check(Table table, ForeignKey key, Table target) {
        int pairs = Math.min(key.columns().size(), key.targetColumns().size());
        return IntStream.range(0, pairs).boxed().flatMap(pair -> {
            Optional<Column> from = table.column(key.columns().get(pair));
            Optional<Column> to = target.column(key.targetColumns().get(pair));
            return from.flatMap(source -> to.flatMap(parent -> mismatch(
                    table.name().display(), source, target.name().display(), parent)))
                    .stream();
        });
    }

    /**
     * What is wrong with a column that references another, if anything is.
     *
     * @param table the table of {@code from}, for the message
     * @param parent the table of {@code to}, for the message
     */
    public static Optional<Problem> mismatch(String table, Column from, String parent, Column to) {
        if (comparable(from.type(), to.type())) {
            return Optional.empty();
        }
        String message = "is " + TypeNames.of(from.type()) + " but references " + parent + "." + to.name()
                + ", which is " + TypeNames.of(to.type());
        String remedy = "Declare it as column(\"" + from.name() + "\", " + TypeWords.of(to.type()) + ").";
        return Optional.of(new ForeignKeyType().error(table + "." + from.name(), message, remedy));
    }

    /** Whether a column of one type can reference a column of the other; a native type is given the benefit of the doubt. */
    public static boolean comparable(ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.Native || to instanceof ColumnType.Native) {
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

    private static boolean comparable(BuiltInType from, BuiltInType to) {
        return from == to
                || FAMILIES.stream().anyMatch(it -> it.contains(from) && it.contains(to))
                || widens(from, to);
    }

    /** Casts that PostgreSQL makes by itself, in this direction only. */
    private static boolean widens(BuiltInType from, BuiltInType to) {
        return switch (from) {
            case SMALLINT, INTEGER, BIGINT -> to == BuiltInType.NUMERIC || APPROXIMATE.contains(to);
            case NUMERIC -> APPROXIMATE.contains(to);
            case TIME -> to == BuiltInType.TIME_WITH_TIME_ZONE || to == BuiltInType.INTERVAL;
            case REAL, DOUBLE_PRECISION, BOOLEAN, TEXT, VARCHAR, CHAR, BYTEA, UUID, JSON, JSONB, DATE,
                    TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL, INET, CIDR, MACADDR, BIT,
                    BIT_VARYING, TSVECTOR, XML, MONEY ->
                false;
        };
    }
}
