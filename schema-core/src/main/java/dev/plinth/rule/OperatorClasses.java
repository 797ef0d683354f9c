package dev.plinth.rule;

import static dev.plinth.model.sql.BuiltInType.ACLITEM;
import static dev.plinth.model.sql.BuiltInType.BIT;
import static dev.plinth.model.sql.BuiltInType.BIT_VARYING;
import static dev.plinth.model.sql.BuiltInType.BOOLEAN;
import static dev.plinth.model.sql.BuiltInType.BOX;
import static dev.plinth.model.sql.BuiltInType.CID;
import static dev.plinth.model.sql.BuiltInType.CIDR;
import static dev.plinth.model.sql.BuiltInType.CIRCLE;
import static dev.plinth.model.sql.BuiltInType.DATEMULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.DATERANGE;
import static dev.plinth.model.sql.BuiltInType.INET;
import static dev.plinth.model.sql.BuiltInType.INT2VECTOR;
import static dev.plinth.model.sql.BuiltInType.INT4MULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.INT4RANGE;
import static dev.plinth.model.sql.BuiltInType.INT8MULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.INT8RANGE;
import static dev.plinth.model.sql.BuiltInType.INTERNAL_CHAR;
import static dev.plinth.model.sql.BuiltInType.JSON;
import static dev.plinth.model.sql.BuiltInType.JSONB;
import static dev.plinth.model.sql.BuiltInType.JSONPATH;
import static dev.plinth.model.sql.BuiltInType.LINE;
import static dev.plinth.model.sql.BuiltInType.LSEG;
import static dev.plinth.model.sql.BuiltInType.MONEY;
import static dev.plinth.model.sql.BuiltInType.NAME;
import static dev.plinth.model.sql.BuiltInType.NUMMULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.NUMRANGE;
import static dev.plinth.model.sql.BuiltInType.OIDVECTOR;
import static dev.plinth.model.sql.BuiltInType.PATH;
import static dev.plinth.model.sql.BuiltInType.PG_LSN;
import static dev.plinth.model.sql.BuiltInType.PG_SNAPSHOT;
import static dev.plinth.model.sql.BuiltInType.POINT;
import static dev.plinth.model.sql.BuiltInType.POLYGON;
import static dev.plinth.model.sql.BuiltInType.REFCURSOR;
import static dev.plinth.model.sql.BuiltInType.TEXT;
import static dev.plinth.model.sql.BuiltInType.TID;
import static dev.plinth.model.sql.BuiltInType.TSMULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.TSQUERY;
import static dev.plinth.model.sql.BuiltInType.TSRANGE;
import static dev.plinth.model.sql.BuiltInType.TSTZMULTIRANGE;
import static dev.plinth.model.sql.BuiltInType.TSTZRANGE;
import static dev.plinth.model.sql.BuiltInType.TSVECTOR;
import static dev.plinth.model.sql.BuiltInType.TXID_SNAPSHOT;
import static dev.plinth.model.sql.BuiltInType.VARCHAR;
import static dev.plinth.model.sql.BuiltInType.XID;
import static dev.plinth.model.sql.BuiltInType.XID8;
import static dev.plinth.model.sql.BuiltInType.XML;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.UserType;
import java.util.EnumSet;
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

    private static final Set<BuiltInType> RANGES = Set.of(
            INT4RANGE, INT8RANGE, NUMRANGE, TSRANGE, TSTZRANGE, DATERANGE);
    private static final Set<BuiltInType> MULTIRANGES = Set.of(
            INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE, TSMULTIRANGE, TSTZMULTIRANGE, DATEMULTIRANGE);
    private static final Set<BuiltInType> SHAPES = Set.of(POINT, LINE, LSEG, BOX, PATH, POLYGON, CIRCLE);

    /** No method has an operator class for these. */
    private static final Set<BuiltInType> NOT_ANY = Set.of(
            JSON, XML, JSONPATH, LINE, LSEG, PATH, PG_SNAPSHOT, TXID_SNAPSHOT, REFCURSOR);

    private static final Set<BuiltInType> NOT_BTREE =
            and(NOT_ANY, SHAPES, Set.of(CID, XID, ACLITEM));
    private static final Set<BuiltInType> NOT_HASH =
            and(NOT_ANY, SHAPES, Set.of(MONEY, BIT, BIT_VARYING, TSVECTOR, TSQUERY));
    private static final Set<BuiltInType> NOT_BRIN = and(
            NOT_ANY,
            MULTIRANGES,
            Set.of(BOOLEAN, JSONB, MONEY, TSVECTOR, TSQUERY, POINT, POLYGON, CIRCLE),
            Set.of(CID, XID, XID8, ACLITEM, INT2VECTOR, OIDVECTOR));
    private static final Set<BuiltInType> GIN = Set.of(JSONB, TSVECTOR, INT2VECTOR, OIDVECTOR);
    private static final Set<BuiltInType> SPGIST =
            and(RANGES, Set.of(TEXT, VARCHAR, INET, CIDR, POINT, BOX, POLYGON));
    private static final Set<BuiltInType> GIST =
            and(RANGES, MULTIRANGES, Set.of(TSVECTOR, TSQUERY, POINT, BOX, POLYGON, CIRCLE));
    private static final Set<BuiltInType> NOT_BTREE_GIST = and(
            NOT_ANY,
            Set.of(JSONB, NAME, INTERNAL_CHAR, PG_LSN, TID, CID, XID, XID8, ACLITEM, INT2VECTOR, OIDVECTOR));
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

    /** Whether values can be sorted: by a b-tree operator class of the type or, in an array, of its elements. */
    static boolean isOrdered(ColumnType type) {
        return type instanceof ColumnType.Array array
                ? isOrdered(array.element())
                : fit(IndexMethod.BTREE, type) != Fit.IMPOSSIBLE;
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

    @SafeVarargs
    private static Set<BuiltInType> and(Set<BuiltInType>... sets) {
        Set<BuiltInType> all = EnumSet.noneOf(BuiltInType.class);
        for (Set<BuiltInType> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }

    private static Fit gist(BuiltInType type) {
        if (GIST.contains(type)) {
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
                GIN.contains(builtIn.name())
                        ? Optional.of("GIN")
                        : SHAPES.contains(builtIn.name()) && GIST.contains(builtIn.name())
                                ? Optional.of("GIST")
                                : Optional.empty();
            case ColumnType.Array array -> Optional.of("GIN");
            case ColumnType.OfExtension extension ->
                SPATIAL.contains(extension.name()) ? Optional.of("GIST") : Optional.empty();
            case ColumnType.Named named -> Optional.empty();
            case UserType defined -> Optional.empty();
            case ColumnType.Native other -> Optional.empty();
        };
    }
}
