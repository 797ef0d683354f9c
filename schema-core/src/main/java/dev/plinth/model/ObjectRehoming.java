package dev.plinth.model;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import java.util.List;

/** Moves what is no table. */
record ObjectRehoming(NameRehoming names) {

    DatabaseObject object(DatabaseObject object) {
        return switch (object) {
            case Function function -> function(function);
            case Aggregate aggregate -> aggregate(aggregate);
            case Sequence sequence -> sequence(sequence);
            case Collation collation -> collation(collation);
            case DomainType domain -> domain(domain);
            case CompositeType type -> new CompositeType(
                    names.name(type.name()), type.attributes().stream().map(this::attribute).toList(),
                    type.description());
            case RangeType range -> range(range);
            case EnumType type -> new EnumType(names.name(type.name()), type.labels(), type.description());
            case UserOperator operator -> operator(operator);
            case Cast cast -> new Cast(
                    names.type(cast.source()),
                    names.type(cast.target()),
                    cast.method(),
                    cast.function() == null ? null : names.objectName(cast.function()),
                    cast.context(),
                    List.of(),
                    cast.description());
            case Statistics it -> new Statistics(
                    names.name(it.name()), names.name(it.table()), it.kinds(), it.columns(), it.expressions(),
                    List.of(),
                    it.description());
            case TextSearchDictionary dictionary -> dictionary(dictionary);
            case TextSearchConfiguration configuration -> configuration(configuration);
            case Comment comment -> new Comment(names.target(comment.target()), comment.text());
            case Grant grant -> new Grant(
                    names.target(grant.target()),
                    grant.privileges(),
                    grant.columns(),
                    grant.roles(),
                    grant.grantable(),
                    grant.exclusive());
            case DefaultPrivileges it -> new DefaultPrivileges(
                    names.target(it.target()), it.creator(), it.objects(), it.privileges(), it.roles(), it.grantable());
            case NamedQuery view -> new QueryRehoming(new TableRehoming(names, this)).view(view);
        };
    }

    private TextSearchDictionary dictionary(TextSearchDictionary dictionary) {
        return new TextSearchDictionary(
                names.name(dictionary.name()),
                dictionary.template(),
                dictionary.options(),
                List.of(),
                dictionary.description());
    }

    private TextSearchConfiguration configuration(TextSearchConfiguration configuration) {
        return new TextSearchConfiguration(
                names.name(configuration.name()),
                configuration.parser(),
                configuration.mappings().stream().map(this::mapping).toList(),
                List.of(),
                configuration.description());
    }

    private TextSearchConfiguration.Mapping mapping(TextSearchConfiguration.Mapping mapping) {
        return new TextSearchConfiguration.Mapping(
                mapping.token(), mapping.dictionaries().stream().map(names::dictionary).toList());
    }

    private UserOperator operator(UserOperator operator) {
        ColumnType left = operator.left();
        return new UserOperator(
                names.name(operator.name()),
                left == null ? null : names.type(left),
                names.type(operator.right()),
                names.routine(operator.function()),
                names.nameOrNull(operator.commutator()),
                names.nameOrNull(operator.negator()),
                operator.estimates(),
                List.of(),
                operator.description());
    }

    private Collation collation(Collation collation) {
        return new Collation(
                names.name(collation.name()),
                collation.provider(),
                collation.locale(),
                collation.ctype(),
                collation.deterministic(),
                collation.rules(),
                collation.description());
    }

    private DomainType domain(DomainType domain) {
        return new DomainType(
                names.name(domain.name()),
                names.type(domain.base()),
                names.collation(domain.collation()),
                names.expression(domain.defaultValue()),
                domain.nullable(),
                domain.checks(),
                domain.description());
    }

    private CompositeType.Attribute attribute(CompositeType.Attribute attribute) {
        return new CompositeType.Attribute(
                attribute.name(), names.type(attribute.type()), names.collation(attribute.collation()));
    }

    private RangeType range(RangeType range) {
        return new RangeType(
                names.name(range.name()),
                names.type(range.subtype()),
                range.operatorClass(),
                names.collation(range.collation()),
                names.routineOrNull(range.subtypeDiff()),
                names.name(range.multirange()),
                range.description());
    }

    private Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return new Sequence(
                names.name(sequence.name()),
                sequence.options(),
                owner == null ? null : new Sequence.Owner(names.name(owner.table()), owner.column()),
                sequence.description());
    }

    private Function function(Function function) {
        Function.Result result = function.result();
        return new Function(
                names.name(function.name()),
                function.arguments().stream().map(this::argument).toList(),
                result == null || result.type() == null
                        ? result
                        : new Function.Result(names.type(result.type()), result.setOf()),
                function.language(),
                function.body(),
                function.options()
                        .with(
                                names.routineOrNull(function.options().support()),
                                function.options().transforms().stream().map(names::type).toList()),
                function.dependsOn().stream().map(names::objectName).toList(),
                function.description());
    }

    private Argument argument(Argument argument) {
        return new Argument(
                argument.name(),
                argument.mode(),
                names.type(argument.type()),
                names.expression(argument.defaultValue()));
    }

    private Aggregate aggregate(Aggregate aggregate) {
        Aggregate.Moving moving = aggregate.moving();
        Aggregate.Partial partial = aggregate.partial();
        Operator sortOperator = aggregate.sortOperator();
        return new Aggregate(
                names.name(aggregate.name()),
                aggregate.kind(),
                aggregate.arguments().stream().map(this::argument).toList(),
                aggregate.directArguments(),
                state(aggregate.state()),
                moving == null ? null : new Aggregate.Moving(state(moving.state()), names.routine(moving.inverse())),
                new Aggregate.Partial(
                        names.routineOrNull(partial.combine()),
                        names.routineOrNull(partial.serial()),
                        names.routineOrNull(partial.deserial())),
                sortOperator == null ? null : names.operator(sortOperator),
                aggregate.parallel(),
                aggregate.objects().stream().map(this::object).toList(),
                aggregate.description());
    }

    private AggregateState state(AggregateState state) {
        AggregateState.Last last = state.last();
        return new AggregateState(
                names.routine(state.function()),
                names.type(state.type()),
                state.space(),
                state.initial(),
                last == null
                        ? null
                        : new AggregateState.Last(names.routine(last.function()), last.extra(), last.modify()));
    }
}
