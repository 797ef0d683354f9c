package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;
import dev.plinth.naming.RoutineNames;
import dev.plinth.naming.SupplementNames;

/**
 * The object that a change or a drift is about.
 *
 * @param name as a person would write it: {@code users}, {@code users.email}, {@code idx_agents_tenant on agents}
 */
public record Subject(ObjectKind kind, String name) {

    /** An object of the database or of DynamoDB by its own name. */
    public static Subject of(ObjectKind kind, String name) {
        return new Subject(kind, name);
    }

    /** An object that is no table. */
    public static Subject of(DatabaseObject object) {
        return switch (object) {
            case Aggregate aggregate -> of(ObjectKind.AGGREGATE, RoutineNames.of(aggregate));
            case Sequence sequence -> of(ObjectKind.SEQUENCE, sequence.name().display());
            case Collation collation -> of(ObjectKind.COLLATION, collation.name().display());
            case DomainType type -> of(ObjectKind.DOMAIN, type.name().display());
            case CompositeType type -> of(ObjectKind.COMPOSITE_TYPE, type.name().display());
            case RangeType type -> of(ObjectKind.RANGE_TYPE, type.name().display());
            case EnumType type -> of(ObjectKind.ENUM_TYPE, type.name().display());
            case UserOperator ignored -> of(ObjectKind.OPERATOR, SupplementNames.name(Target.of(object)));
            case Cast ignored -> of(ObjectKind.CAST, SupplementNames.name(Target.of(object)));
            case Statistics statistics -> of(ObjectKind.STATISTICS_OBJECT, statistics.name().display());
            case TextSearchDictionary dictionary ->
                of(ObjectKind.TEXT_SEARCH_DICTIONARY, dictionary.name().display());
            case TextSearchConfiguration configuration ->
                of(ObjectKind.TEXT_SEARCH_CONFIGURATION, configuration.name().display());
            case Comment comment -> of(ObjectKind.COMMENT, SupplementNames.of(comment));
            case Grant grant -> of(ObjectKind.GRANT, SupplementNames.of(grant));
            case DefaultPrivileges it -> of(ObjectKind.DEFAULT_PRIVILEGES, SupplementNames.of(it));
            case View view -> of(ObjectKind.VIEW, view.name().display());
            case MaterializedView view -> of(ObjectKind.MATERIALIZED_VIEW, view.name().display());
            case Function function -> of(
                    function.isProcedure() ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION, RoutineNames.of(function));
        };
    }

    /** A column. */
    public static Subject column(QualifiedName table, String column) {
        return new Subject(ObjectKind.COLUMN, table.display() + "." + column);
    }

    /** Something that belongs to a table and has a name of its own. */
    public static Subject on(ObjectKind kind, String name, String table) {
        return new Subject(kind, name + " on " + table);
    }

    /** For messages: {@code index idx_agents_tenant on agents}. */
    public String display() {
        return kind.words() + " " + name;
    }
}
