package dev.plinth.dsl;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserType;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what is used from that it is used: a column keeps the name of its type, the schema gets the definition. */
final class Definitions {

    private Definitions() {}

    /** What has to be defined for a type, in the order in which it can be. */
    static Stream<DatabaseObject> of(ColumnType type) {
        return switch (type) {
            case UserType defined -> of((DatabaseObject) defined);
            case ColumnType.Array array -> of(array.element());
            case ColumnType.Named ignored -> Stream.empty();
            case ColumnType.BuiltIn ignored -> Stream.empty();
            case ColumnType.OfExtension ignored -> Stream.empty();
            case ColumnType.Native ignored -> Stream.empty();
        };
    }

    /** A function behind the types that it speaks of. */
    private static Stream<DatabaseObject> of(Function function) {
        Function.Result result = function.result();
        ColumnType returned = result == null ? null : result.type();
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : function.arguments()) {
            arguments.add(argument.withType(argument.type().byName()));
        }
        List<ColumnType> transforms = new ArrayList<>();
        for (ColumnType type : function.options().transforms()) {
            transforms.add(type.byName());
        }
        List<DatabaseObject> definitions = new ArrayList<>();
        for (ColumnType type : function.types().toList()) {
            definitions.addAll(of(type).toList());
        }
        definitions.add(function.withComments(List.of()).with(
                arguments,
                result == null || returned == null ? result : new Function.Result(returned.byName(), result.setOf()),
                function.options().with(function.options().support(), transforms)));
        return definitions.stream();
    }

    /**
     * An object behind what it is made of, each with the others by their names only, and before its comments; those that are
     * among the objects that it brings stand with these.
     */
    static Stream<DatabaseObject> of(DatabaseObject object) {
        return Stream.concat(definition(object), object.comments().stream());
    }

    private static Stream<DatabaseObject> definition(DatabaseObject object) {
        return switch (object) {
            case EnumType type -> Stream.of(new EnumType(type.name(), type.labels(), type.description()));
            case Collation collation -> Stream.of(flat(collation));
            case DomainType domain -> behind(with(domain.objects(), of(domain.base())), flat(domain));
            case CompositeType type ->
                behind(
                        with(type.objects(), type.attributes().stream().flatMap(it -> of(it.type()))),
                        flat(type));
            case RangeType range -> behind(with(range.objects(), of(range.subtype())), flat(range));
            case Sequence sequence -> Stream.of(new Sequence(
                    sequence.name(), sequence.options(), sequence.owner(), sequence.description()));
            case Function function -> of(function);
            case Aggregate aggregate ->
                behind(
                        with(aggregate.objects(), aggregate.types().flatMap(Definitions::of)),
                        aggregate.withoutObjects());
            case UserOperator operator ->
                behind(operator.operands().stream().flatMap(Definitions::of), flat(operator));
            case Cast cast ->
                behind(Stream.of(cast.source(), cast.target()).flatMap(Definitions::of), flat(cast));
            case Statistics it -> Stream.of(new Statistics(
                    it.name(), it.table(), it.kinds(), it.columns(), it.expressions(), List.of(), it.description()));
            case TextSearchDictionary it -> Stream.of(
                    new TextSearchDictionary(it.name(), it.template(), it.options(), List.of(), it.description()));
            case TextSearchConfiguration it ->
                behind(it.objects().stream().flatMap(Definitions::of), it.withoutObjects());
            case Supplement said -> Stream.of(said);
            case View view ->
                behind(view.objects().stream().flatMap(Definitions::of), view.withoutObjects());
            case MaterializedView view ->
                behind(view.objects().stream().flatMap(Definitions::of), view.withoutObjects());
        };
    }

    /** The types that an object is made of. */
    static Stream<ColumnType> typesIn(DatabaseObject object) {
        return switch (object) {
            case DomainType domain -> Stream.of(domain.base());
            case CompositeType type -> type.attributes().stream().map(CompositeType.Attribute::type);
            case RangeType range -> Stream.of(range.subtype());
            case EnumType ignored -> Stream.empty();
            case Sequence ignored -> Stream.empty();
            case Function function -> function.types();
            case Aggregate aggregate -> aggregate.types();
            case Collation ignored -> Stream.empty();
            case UserOperator operator -> operator.operands().stream();
            case Cast cast -> Stream.of(cast.source(), cast.target());
            case Statistics ignored -> Stream.empty();
            case TextSearchDictionary ignored -> Stream.empty();
            case TextSearchConfiguration ignored -> Stream.empty();
            case Supplement ignored -> Stream.empty();
            case NamedQuery ignored -> Stream.empty();
        };
    }

    private static Stream<DatabaseObject> with(List<DatabaseObject> used, Stream<DatabaseObject> types) {
        return Stream.concat(types, used.stream().flatMap(Definitions::of));
    }

    private static Stream<DatabaseObject> behind(Stream<DatabaseObject> needed, DatabaseObject object) {
        return Stream.concat(needed, Stream.of(object));
    }

    /** PostgreSQL gives a domain the default that the domain below it has at that moment. */
    private static @Nullable Expression defaultOf(DomainType domain) {
        return domain.defaultValue() == null && domain.base() instanceof DomainType base
                ? defaultOf(base)
                : domain.defaultValue();
    }

    private static UserOperator flat(UserOperator operator) {
        ColumnType left = operator.left();
        return new UserOperator(
                operator.name(),
                left == null ? null : left.byName(),
                operator.right().byName(),
                operator.function(),
                operator.commutator(),
                operator.negator(),
                operator.estimates(),
                List.of(),
                operator.description());
    }

    private static Cast flat(Cast cast) {
        return new Cast(
                cast.source().byName(),
                cast.target().byName(),
                cast.method(),
                cast.function(),
                cast.context(),
                List.of(),
                cast.description());
    }

    private static Collation flat(Collation collation) {
        return new Collation(
                collation.name(),
                collation.provider(),
                collation.locale(),
                collation.ctype(),
                collation.deterministic(),
                collation.rules(),
                collation.description());
    }

    private static DomainType flat(DomainType domain) {
        return new DomainType(
                domain.name(),
                domain.base().byName(),
                domain.collation(),
                defaultOf(domain),
                domain.nullable(),
                domain.checks(),
                domain.description());
    }

    private static CompositeType flat(CompositeType type) {
        return new CompositeType(
                type.name(),
                type.attributes().stream()
                        .map(it -> new CompositeType.Attribute(it.name(), it.type().byName(), it.collation()))
                        .toList(),
                type.description());
    }

    private static RangeType flat(RangeType range) {
        return new RangeType(
                range.name(),
                range.subtype().byName(),
                range.operatorClass(),
                range.collation(),
                range.subtypeDiff(),
                range.multirange(),
                range.description());
    }
}
