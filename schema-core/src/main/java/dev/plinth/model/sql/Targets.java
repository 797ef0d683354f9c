package dev.plinth.model.sql;

import dev.plinth.model.sql.Target.Kind;
import java.util.stream.Stream;

/** Everything in an object that something can be said of: itself and its parts. */
public final class Targets {

    private Targets() {}

    /** A table, its columns and their sequences, constraints, indexes, triggers, rules and policies. */
    public static Stream<Target> of(Table table) {
        return Stream.concat(Stream.of(Target.of(Kind.TABLE, table.name())), parts(table));
    }

    private static Stream<Target> parts(Table table) {
        return Stream.of(
                table.columns().stream().map(it -> Target.part(Kind.COLUMN, table.name(), it.name())),
                table.columns().stream()
                        .flatMap(it -> Stream.ofNullable(it.sequence()))
                        .map(it -> Target.of(Kind.SEQUENCE, table.name().sibling(it.name()))),
                table.constraints().stream().map(it -> Target.part(Kind.CONSTRAINT, table.name(), it.name())),
                table.indexes().stream().map(it -> Target.of(Kind.INDEX, table.name().sibling(it.name()))),
                table.triggers().stream().map(it -> Target.part(Kind.TRIGGER, table.name(), it.name())),
                table.rules().stream().map(it -> Target.part(Kind.RULE, table.name(), it.name())),
                table.rowSecurity().policies().stream()
                        .map(it -> Target.part(Kind.POLICY, table.name(), it.name())))
                .flatMap(it -> it);
    }

    /** An object, and its parts as far as it says which it has; of what is said of another object nothing. */
    public static Stream<Target> of(DatabaseObject object) {
        return switch (object) {
            case CompositeType type -> Stream.concat(
                    Stream.of(Target.of(type)),
                    type.attributes().stream().map(it -> Target.part(Kind.COLUMN, type.name(), it.name())));
            case DomainType domain -> Stream.concat(
                    Stream.of(Target.of(domain)),
                    domain.checks().stream()
                            .map(it -> Target.part(Kind.DOMAIN_CONSTRAINT, domain.name(), it.name())));
            case NamedQuery view -> Stream.of(
                    Stream.of(Target.of(view)),
                    view.columns().stream().map(it -> Target.part(Kind.COLUMN, view.name(), it)),
                    parts(view.parts()))
                    .flatMap(it -> it);
            case Supplement ignored -> Stream.empty();
            case Function function -> Stream.of(Target.of(function));
            case Aggregate aggregate -> Stream.of(Target.of(aggregate));
            case Sequence sequence -> Stream.of(Target.of(sequence));
            case Collation collation -> Stream.of(Target.of(collation));
            case EnumType type -> Stream.of(Target.of(type));
            case RangeType type -> Stream.of(Target.of(type));
            case UserOperator operator -> Stream.of(Target.of(operator));
            case Cast cast -> Stream.of(Target.of(cast));
            case Statistics statistics -> Stream.of(Target.of(statistics));
            case TextSearchDictionary dictionary -> Stream.of(Target.of(dictionary));
            case TextSearchConfiguration configuration -> Stream.of(Target.of(configuration));
        };
    }
}
