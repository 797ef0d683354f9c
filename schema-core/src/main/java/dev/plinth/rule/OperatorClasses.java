package dev.plinth.rule;

import static dev.plinth.model.sql.BuiltInType.BIT;
import static dev.plinth.model.sql.BuiltInType.BIT_VARYING;
import static dev.plinth.model.sql.BuiltInType.BOOLEAN;
import static dev.plinth.model.sql.BuiltInType.CIDR;
import static dev.plinth.model.sql.BuiltInType.INET;
import static dev.plinth.model.sql.BuiltInType.JSON;
import static dev.plinth.model.sql.BuiltInType.JSONB;
import static dev.plinth.model.sql.BuiltInType.MONEY;
import static dev.plinth.model.sql.BuiltInType.TEXT;
import static dev.plinth.model.sql.BuiltInType.TSVECTOR;
import static dev.plinth.model.sql.BuiltInType.VARCHAR;
import static dev.plinth.model.sql.BuiltInType.XML;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.UserType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which built-in types have a default operator class for which index method, as in {@code pg_opclass} of PostgreSQL 14
 * to 18. Nothing is known of native types and little of the types of extensions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/indexes-opclass.html">Operator Classes</a>
 */
final class OperatorClasses {

    /** How a type and a method go together. */
    enum Fit {
        FITS,
        /** Legal, but no query that is written for the type would use the index. */
        USELESS,
        /** An extension of PostgreSQL's own brings the operator class. */
        NEEDS_EXTENSION,
        IMPOSSIBLE
    }

    private static final Set<BuiltInType> NOT_BTREE = Set.of(JSON, XML);
    private static final Set<BuiltInType> NOT_HASH = Set.of(JSON, XML, MONEY, BIT, BIT_VARYING, TSVECTOR);
    private static final Set<BuiltInType> NOT_BRIN = Set.of(BOOLEAN, JSON, JSONB, XML, MONEY, TSVECTOR);
    private static final Set<BuiltInType> GIN = Set.of(JSONB, TSVECTOR);
    private static final Set<BuiltInType> SPGIST = Set.of(TEXT, VARCHAR, INET, CIDR);
    private static final Set<BuiltInType> NOT_BTREE_GIST = Set.of(JSON, JSONB, XML);
    private static final Set<String> SPATIAL = Set.of("geography", "geometry");
    private static final Map<BuiltInType, String> QUERIES = Map.of(JSONB, "containment", TSVECTOR, "text search");

    private OperatorClasses() {}

    static Fit fit(IndexMethod method, ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> fit(method.name(), builtIn.name());
            case ColumnType.Array array ->
                Set.of("gist", "spgist", "brin").contains(method.name()) ? Fit.IMPOSSIBLE : Fit.FITS;
            case ColumnType.OfExtension extension ->
                SPATIAL.contains(extension.name()) && method.equals(IndexMethod.BTREE) ? Fit.USELESS : Fit.FITS;
            case ColumnType.Named named -> Fit.FITS;
            case UserType defined -> Fit.FITS;
            case ColumnType.Native other -> Fit.FITS;
        };
    }

    private static Fit fit(String method, BuiltInType type) {
        return switch (method) {
            case "btree" -> QUERIES.containsKey(type) ? Fit.USELESS : unless(NOT_BTREE.contains(type));
            case "hash" -> unless(NOT_HASH.contains(type));
            case "brin" -> unless(NOT_BRIN.contains(type));
            case "gin" -> unless(!GIN.contains(type));
            case "spgist" -> unless(!SPGIST.contains(type));
            case "gist" -> gist(type);
            default -> Fit.FITS;
        };
    }

    private static Fit gist(BuiltInType type) {
        if (type == TSVECTOR) {
            return Fit.FITS;
        }
        return NOT_BTREE_GIST.contains(type) ? Fit.IMPOSSIBLE : Fit.NEEDS_EXTENSION;
    }

    private static Fit unless(boolean impossible) {
        return impossible ? Fit.IMPOSSIBLE : Fit.FITS;
    }

    /** The sort of query that a type is for, where b-trees are of no use to it. */
    static String queries(ColumnType type) {
        return type instanceof ColumnType.BuiltIn builtIn ? QUERIES.getOrDefault(builtIn.name(), "such") : "spatial";
    }

    /** The constant of the DSL for the method that a type is made for, where that is not a b-tree. */
    static Optional<String> natural(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn ->
                GIN.contains(builtIn.name()) ? Optional.of("GIN") : Optional.empty();
            case ColumnType.Array array -> Optional.of("GIN");
            case ColumnType.OfExtension extension ->
                SPATIAL.contains(extension.name()) ? Optional.of("GIST") : Optional.empty();
            case ColumnType.Named named -> Optional.empty();
            case UserType defined -> Optional.empty();
            case ColumnType.Native other -> Optional.empty();
        };
    }
}
