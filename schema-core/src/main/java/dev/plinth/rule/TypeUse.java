package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.naming.RoutineNames;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place where a schema says a type, and with it perhaps a collation. */
record TypeUse(String subject, ColumnType type, @Nullable QualifiedName collation) {

    /** Columns, what types are made of, arguments and results. */
    static Stream<TypeUse> of(Schema schema) {
        return Stream.concat(
                schema.tables().stream().flatMap(TypeUse::of), schema.objects().stream().flatMap(TypeUse::of));
    }

    private static Stream<TypeUse> of(Table table) {
        return table.columns().stream()
                .map(it -> new TypeUse(TableRule.part(table, it.name()), it.type(), it.collation()));
    }

    private static Stream<TypeUse> of(DatabaseObject object) {
        String subject = object.name().display();
        return switch (object) {
            case DomainType domain -> Stream.of(new TypeUse(subject, domain.base(), domain.collation()));
            case CompositeType type ->
                type.attributes().stream()
                        .map(it -> new TypeUse(subject + "." + it.name(), it.type(), it.collation()));
            case RangeType range -> Stream.of(new TypeUse(subject, range.subtype(), range.collation()));
            case Function function ->
                function.types().map(it -> new TypeUse(RoutineNames.of(function), it, null));
            case Aggregate aggregate ->
                aggregate.types().map(it -> new TypeUse(RoutineNames.of(aggregate), it, null));
            case EnumType ignored -> Stream.empty();
            case Sequence ignored -> Stream.empty();
            case Collation ignored -> Stream.empty();
            case UserOperator operator ->
                operator.operands().stream().map(it -> new TypeUse(ObjectWords.of(operator).subject(), it, null));
            case Cast cast -> Stream.of(cast.source(), cast.target())
                    .map(it -> new TypeUse(ObjectWords.of(cast).subject(), it, null));
            case Statistics ignored -> Stream.empty();
            case TextSearchDictionary ignored -> Stream.empty();
            case TextSearchConfiguration ignored -> Stream.empty();
            case Supplement ignored -> Stream.empty();
            case NamedQuery ignored -> Stream.empty();
        };
    }
}
