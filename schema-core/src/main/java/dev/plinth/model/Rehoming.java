package dev.plinth.model;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves what is in one namespace into another: every name, references included; SQL texts stay as they are. */
record Rehoming(String from, String to) {

    Schema schema(Schema schema) {
        return new Schema(
                schema.name(),
                schema.extensions(),
                schema.objects().stream().map(this::object).toList(),
                schema.tables().stream().map(this::table).toList(),
                schema.dynamoTables(),
                schema.description());
    }

    private QualifiedName name(QualifiedName name) {
        return name.namespace().equals(from) ? new QualifiedName(to, name.name()) : name;
    }

    private DatabaseObject object(DatabaseObject object) {
        return switch (object) {
            case Function function -> function(function);
            case Aggregate aggregate -> aggregate(aggregate);
            case Sequence sequence -> sequence(sequence);
            case Collation collation -> collation(collation);
            case DomainType domain -> domain(domain);
            case CompositeType type -> new CompositeType(
                    name(type.name()), type.attributes().stream().map(this::attribute).toList(), type.description());
            case RangeType range -> range(range);
            case EnumType type -> new EnumType(name(type.name()), type.labels(), type.description());
            case UserOperator operator -> operator(operator);
            case Cast cast -> new Cast(
                    type(cast.source()),
                    type(cast.target()),
                    cast.method(),
                    cast.function() == null ? null : objectName(cast.function()),
                    cast.context(),
                    List.of(),
                    cast.description());
            case Comment comment -> new Comment(target(comment.target()), comment.text());
            case Grant grant -> new Grant(
                    target(grant.target()),
                    grant.privileges(),
                    grant.columns(),
                    grant.roles(),
                    grant.grantable(),
                    grant.exclusive());
            case DefaultPrivileges it -> new DefaultPrivileges(
                    target(it.target()), it.creator(), it.objects(), it.privileges(), it.roles(), it.grantable());
        };
    }

    private Target target(Target target) {
        return new Target(
                target.kind(),
                name(target.name()),
                target.arguments().stream().map(this::type).toList(),
                target.part());
    }

    private UserOperator operator(UserOperator operator) {
        ColumnType left = operator.left();
        return new UserOperator(
                name(operator.name()),
                left == null ? null : type(left),
                type(operator.right()),
                name(operator.function()),
                nameOrNull(operator.commutator()),
                nameOrNull(operator.negator()),
                operator.estimates(),
                List.of(),
                operator.description());
    }

    private ObjectName objectName(ObjectName name) {
        return new ObjectName(
                name.catalog(), name(name.name()), name.arguments().stream().map(this::type).toList());
    }

    private Collation collation(Collation collation) {
        return new Collation(
                name(collation.name()),
                collation.provider(),
                collation.locale(),
                collation.ctype(),
                collation.deterministic(),
                collation.rules(),
                collation.description());
    }

    private DomainType domain(DomainType domain) {
        return new DomainType(
                name(domain.name()),
                type(domain.base()),
                nameOrNull(domain.collation()),
                expression(domain.defaultValue()),
                domain.nullable(),
                domain.checks(),
                domain.description());
    }

    private CompositeType.Attribute attribute(CompositeType.Attribute attribute) {
        return new CompositeType.Attribute(
                attribute.name(), type(attribute.type()), nameOrNull(attribute.collation()));
    }

    private RangeType range(RangeType range) {
        return new RangeType(
                name(range.name()),
                type(range.subtype()),
                nameOrNull(range.operatorClass()),
                nameOrNull(range.collation()),
                nameOrNull(range.subtypeDiff()),
                name(range.multirange()),
                range.description());
    }

    private @Nullable QualifiedName nameOrNull(@Nullable QualifiedName name) {
        return name == null ? null : name(name);
    }

    private Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return new Sequence(
                name(sequence.name()),
                sequence.options(),
                owner == null ? null : new Sequence.Owner(name(owner.table()), owner.column()),
                sequence.description());
    }

    private @Nullable Expression expression(@Nullable Expression expression) {
        return expression instanceof Expression.NextValue next
                ? new Expression.NextValue(name(next.sequence()))
                : expression;
    }

    private Function function(Function function) {
        Function.Result result = function.result();
        return new Function(
                name(function.name()),
                function.arguments().stream().map(it -> it.withType(type(it.type()))).toList(),
                result == null || result.type() == null
                        ? result
                        : new Function.Result(type(result.type()), result.setOf()),
                function.language(),
                function.body(),
                function.options()
                        .with(
                                nameOrNull(function.options().support()),
                                function.options().transforms().stream().map(this::type).toList()),
                function.dependsOn().stream().map(this::objectName).toList(),
                function.description());
    }

    private Aggregate aggregate(Aggregate aggregate) {
        Aggregate.Moving moving = aggregate.moving();
        Aggregate.Partial partial = aggregate.partial();
        return new Aggregate(
                name(aggregate.name()),
                aggregate.kind(),
                aggregate.arguments().stream().map(it -> it.withType(type(it.type()))).toList(),
                aggregate.directArguments(),
                state(aggregate.state()),
                moving == null ? null : new Aggregate.Moving(state(moving.state()), name(moving.inverse())),
                new Aggregate.Partial(
                        nameOrNull(partial.combine()), nameOrNull(partial.serial()), nameOrNull(partial.deserial())),
                aggregate.sortOperator(),
                aggregate.parallel(),
                aggregate.objects().stream().map(this::object).toList(),
                aggregate.description());
    }

    private AggregateState state(AggregateState state) {
        AggregateState.Last last = state.last();
        return new AggregateState(
                name(state.function()),
                type(state.type()),
                state.space(),
                state.initial(),
                last == null
                        ? null
                        : new AggregateState.Last(name(last.function()), last.extra(), last.modify()));
    }

    private Table table(Table table) {
        List<Constraint> constraints = table.constraints().stream().map(this::constraint).toList();
        List<Trigger> triggers = table.triggers().stream().map(this::trigger).toList();
        List<DatabaseObject> objects = table.objects().stream().map(this::object).toList();
        return new Table(
                name(table.name()),
                table.columns().stream().map(this::column).toList(),
                constraints,
                table.indexes(),
                triggers,
                options(table.options()),
                table.rowSecurity(),
                objects,
                table.description());
    }

    private TableOptions options(TableOptions options) {
        PartitionOf part = options.partitionOf();
        Partitioning partitioning = options.partitioning();
        return options.withParents(
                part == null ? null : new PartitionOf(name(part.table()), part.bound()),
                options.inherits().stream().map(this::name).toList())
                .withPartitioning(
                        partitioning == null
                                ? null
                                : new Partitioning(
                                        partitioning.strategy(),
                                        partitioning.keys(),
                                        partitioning.partitions().stream().map(this::table).toList()));
    }

    private Column column(Column column) {
        return new Column(
                column.name(),
                type(column.type()),
                column.nullable(),
                expression(column.defaultValue()),
                column.generation(),
                nameOrNull(column.collation()),
                column.options(),
                column.description());
    }

    private ColumnType type(ColumnType type) {
        return switch (type) {
            case ColumnType.Named named -> new ColumnType.Named(name(named.name()));
            case ColumnType.Array array -> new ColumnType.Array(type(array.element()));
            case UserType defined -> new ColumnType.Named(name(defined.name()));
            case ColumnType.BuiltIn builtIn -> builtIn;
            case ColumnType.OfExtension ofExtension -> ofExtension;
            case ColumnType.Native text -> text;
        };
    }

    private Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key -> key.withTarget(name(key.target()), key.targetColumns());
            case Constraint.PrimaryKey key -> key;
            case Constraint.Unique key -> key;
            case Constraint.Exclusion exclusion -> exclusion;
            case Constraint.Check check -> check;
        };
    }

    private Trigger trigger(Trigger trigger) {
        Trigger.Constraint constraint = trigger.constraint();
        return new Trigger(
                trigger.name(),
                trigger.timing(),
                trigger.events(),
                trigger.updateOf(),
                trigger.level(),
                trigger.transitionTables(),
                trigger.condition(),
                constraint == null || constraint.from() == null
                        ? constraint
                        : new Trigger.Constraint(constraint.deferral(), name(constraint.from())),
                call(trigger.call()),
                trigger.description());
    }

    /** A function that comes from elsewhere stays where it is. */
    private Trigger.Call call(Trigger.Call call) {
        return call.exists() ? call : new Trigger.Call(name(call.function()), false, call.arguments());
    }
}
