package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * What an object is found by: a relation, a type, a routine and a collation may have the same name.
 *
 * @param arguments the types that a routine, an operator or a cast is found by; empty for other objects
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
public record ObjectName(Catalog catalog, QualifiedName name, List<ColumnType> arguments) {

    public ObjectName {
        arguments = List.copyOf(arguments);
    }

    /** An object without arguments. */
    public ObjectName(Catalog catalog, QualifiedName name) {
        this(catalog, name, List.of());
    }

    /** The catalogs inside of which a name is unique. */
    public enum Catalog {
        /** {@code pg_class}: tables, indexes, sequences, views. */
        RELATION,
        /** {@code pg_type}; the row type of a table is one. */
        TYPE,
        /** {@code pg_proc}: functions, procedures, aggregates. */
        ROUTINE,
        /** {@code pg_collation}. */
        COLLATION,
        /** {@code pg_operator}; the arguments are the types of the operands. */
        OPERATOR,
        /** {@code pg_cast}; the arguments are the two types. */
        CAST,
        /** {@code pg_statistic_ext}. */
        STATISTICS,
        /** {@code pg_ts_dict}. */
        TEXT_SEARCH_DICTIONARY,
        /** {@code pg_ts_config}. */
        TEXT_SEARCH_CONFIGURATION,
        /** {@code pg_description}. */
        COMMENT,
        /** The access privileges of an object, and {@code pg_default_acl}. */
        PRIVILEGES
    }

    /** The name of an object of the model. */
    public static ObjectName of(DatabaseObject object) {
        return switch (object) {
            case Function function ->
                new ObjectName(Catalog.ROUTINE, function.name(), identities(function.inputTypes()));
            case Aggregate aggregate ->
                new ObjectName(Catalog.ROUTINE, aggregate.name(), identities(aggregate.inputTypes()));
            case Collation collation -> new ObjectName(Catalog.COLLATION, collation.name());
            case Sequence sequence -> ofTable(sequence.name());
            case UserType type -> new ObjectName(Catalog.TYPE, type.name());
            case UserOperator operator ->
                new ObjectName(Catalog.OPERATOR, operator.name(), identities(operator.operands()));
            case Cast cast ->
                new ObjectName(Catalog.CAST, cast.name(), List.of(cast.source().identity(), cast.target().identity()));
            case Statistics statistics -> new ObjectName(Catalog.STATISTICS, statistics.name());
            case TextSearchDictionary dictionary ->
                new ObjectName(Catalog.TEXT_SEARCH_DICTIONARY, dictionary.name());
            case TextSearchConfiguration configuration ->
                new ObjectName(Catalog.TEXT_SEARCH_CONFIGURATION, configuration.name());
            case Comment comment -> comment.target().objectName(Catalog.COMMENT, "");
            case Grant grant -> grant.target().objectName(
                    Catalog.PRIVILEGES,
                    " " + grant.privileges() + grant.columns() + grant.roles() + grant.grantable() + grant.exclusive());
            case DefaultPrivileges privileges -> privileges.target().objectName(
                    Catalog.PRIVILEGES,
                    " " + privileges.creator() + privileges.objects() + privileges.privileges() + privileges.roles()
                            + privileges.grantable());
            case NamedQuery view -> ofTable(view.name());
        };
    }

    private static List<ColumnType> identities(List<ColumnType> types) {
        List<ColumnType> identities = new ArrayList<>();
        for (ColumnType type : types) {
            identities.add(type.identity());
        }
        return identities;
    }

    /** The name of a table, or of another relation. */
    public static ObjectName ofTable(QualifiedName name) {
        return new ObjectName(Catalog.RELATION, name);
    }
}
