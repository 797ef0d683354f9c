package dev.plinth.rule;

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
 * An object that is no table, in the words of a problem.
 *
 * @param kind what it is: {@code function}
 * @param subject what it is called: {@code touch()}
 */
record ObjectWords(String kind, String subject) {

    static ObjectWords of(DatabaseObject object) {
        String name = object.name().display();
        return switch (object) {
            case Sequence ignored -> new ObjectWords("sequence", name);
            case Collation ignored -> new ObjectWords("collation", name);
            case DomainType ignored -> new ObjectWords("domain", name);
            case CompositeType ignored -> new ObjectWords("composite type", name);
            case RangeType ignored -> new ObjectWords("range type", name);
            case EnumType ignored -> new ObjectWords("enum type", name);
            case Aggregate aggregate -> new ObjectWords("aggregate", RoutineNames.of(aggregate));
            case UserOperator ignored -> new ObjectWords("operator", SupplementNames.of(Target.of(object)));
            case Cast ignored -> new ObjectWords("cast", SupplementNames.of(Target.of(object)));
            case Statistics ignored -> new ObjectWords("statistics object", name);
            case TextSearchDictionary ignored -> new ObjectWords("text search dictionary", name);
            case TextSearchConfiguration ignored -> new ObjectWords("text search configuration", name);
            case Comment comment -> new ObjectWords("comment", "comment " + SupplementNames.of(comment));
            case Grant grant -> new ObjectWords("grant", "grant " + SupplementNames.of(grant));
            case DefaultPrivileges it ->
                new ObjectWords("default privileges", "default privileges " + SupplementNames.of(it));
            case View ignored -> new ObjectWords("view", name);
            case MaterializedView ignored -> new ObjectWords("materialized view", name);
            case Function function ->
                new ObjectWords(function.isProcedure() ? "procedure" : "function", RoutineNames.of(function));
        };
    }
}
