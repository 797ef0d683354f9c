package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;

/**
 * What a comment or a grant is on: an object, or a part of one, by its name.
 *
 * @param name of the object; for a part that of the table, view, type or domain that it belongs to; for a namespace its name stands
 *     before an empty one
 * @param arguments the types that a routine, an operator or a cast is found by; empty for other objects
 * @param part the name of the part; empty for a whole object
 */
public record Target(Kind kind, QualifiedName name, List<ColumnType> arguments, String part) {

    public Target {
        arguments = List.copyOf(arguments);
    }

    /** The kinds, by the words that COMMENT and GRANT have for them. */
    public enum Kind {
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        /** A column of a table or view, or an attribute of a composite type. */
        COLUMN,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        /** A rewrite rule of a table or a view. */
        RULE,
        POLICY,
        /** Aggregates too. */
        FUNCTION,
        PROCEDURE,
        SEQUENCE,
        TYPE,
        DOMAIN,
        DOMAIN_CONSTRAINT,
        COLLATION,
        OPERATOR,
        CAST,
        /** Extended statistics. */
        STATISTICS,
        TEXT_SEARCH_DICTIONARY,
        TEXT_SEARCH_CONFIGURATION,
        /** What PostgreSQL calls a schema. */
        NAMESPACE
    }

    /** A whole object that is not found by arguments. */
    public static Target of(Kind kind, QualifiedName name) {
        return new Target(kind, name, List.of(), "");
    }

    /** A part of a table, view, type or domain. */
    public static Target part(Kind kind, QualifiedName owner, String part) {
        return new Target(kind, owner, List.of(), part);
    }

    /** A namespace. */
    public static Target namespace(String name) {
        return of(Kind.NAMESPACE, new QualifiedName(name, ""));
    }

    /** An object that is no table. */
    public static Target of(DatabaseObject object) {
        return switch (object) {
            case Function function -> of(function.isProcedure() ? Kind.PROCEDURE : Kind.FUNCTION, function);
            case Aggregate aggregate -> of(Kind.FUNCTION, aggregate);
            case Sequence sequence -> of(Kind.SEQUENCE, sequence);
            case Collation collation -> of(Kind.COLLATION, collation);
            case DomainType domain -> of(Kind.DOMAIN, domain);
            case EnumType type -> of(Kind.TYPE, type);
            case CompositeType type -> of(Kind.TYPE, type);
            case RangeType type -> of(Kind.TYPE, type);
            case UserOperator operator -> of(Kind.OPERATOR, operator);
            case Cast cast -> of(Kind.CAST, cast);
            case View view -> of(Kind.VIEW, view);
            case MaterializedView view -> of(Kind.MATERIALIZED_VIEW, view);
            case Statistics statistics -> of(Kind.STATISTICS, statistics);
            case TextSearchDictionary dictionary -> of(Kind.TEXT_SEARCH_DICTIONARY, dictionary);
            case TextSearchConfiguration configuration -> of(Kind.TEXT_SEARCH_CONFIGURATION, configuration);
            case Supplement said -> said.target();
        };
    }

    private static Target of(Kind kind, DatabaseObject object) {
        ObjectName found = ObjectName.of(object);
        return new Target(kind, found.name(), found.arguments(), "");
    }

    /** The name of what is said of it: one name, one thing said. */
    ObjectName objectName(ObjectName.Catalog catalog, String whose) {
        return new ObjectName(catalog, name.sibling(kind + " " + name.name() + " " + part + whose), arguments);
    }
}
