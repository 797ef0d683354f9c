package dev.plinth.rule;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
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
import dev.plinth.model.sql.View;
import java.util.stream.Stream;

/** Something of a table or another object that has a name, and the kind inside which the name must be unique. */
record NamedPart(String kind, String name) {

    /** Columns and the sequences that they own, constraints, indexes, triggers and policies, in this order. */
    static Stream<NamedPart> of(Table table) {
        return Stream.of(
                table.columns().stream().map(it -> new NamedPart("column", it.name())),
                table.columns().stream()
                        .flatMap(it -> Stream.ofNullable(it.sequence()))
                        .map(it -> new NamedPart("sequence", it.name())),
                table.columns().stream()
                        .flatMap(it -> Stream.ofNullable(it.options().notNullName()))
                        .map(it -> new NamedPart("constraint", it)),
                table.constraints().stream().map(Constraint::name).map(it -> new NamedPart("constraint", it)),
                table.triggers().stream()
                        .filter(it -> it.constraint() != null)
                        .map(it -> new NamedPart("constraint", it.name())),
                table.indexes().stream().map(it -> new NamedPart("index", it.name())),
                table.triggers().stream().map(it -> new NamedPart("trigger", it.name())),
                table.rules().stream().map(it -> new NamedPart("rule", it.name())),
                table.rowSecurity().policies().stream().map(it -> new NamedPart("policy", it.name())))
                .flatMap(it -> it);
    }

    /** Checks of domains, attributes, multirange types, and the arguments that have a name. */
    static Stream<NamedPart> of(DatabaseObject object) {
        return switch (object) {
            case DomainType domain -> domain.checks().stream().map(it -> new NamedPart("constraint", it.name()));
            case CompositeType type -> type.attributes().stream().map(it -> new NamedPart("attribute", it.name()));
            case RangeType range -> Stream.of(new NamedPart("multirange type", range.multirange().name()));
            case Function function ->
                function.arguments().stream()
                        .filter(it -> !it.name().isEmpty())
                        .map(it -> new NamedPart("argument", it.name()));
            case Aggregate aggregate ->
                aggregate.arguments().stream()
                        .filter(it -> !it.name().isEmpty())
                        .map(it -> new NamedPart("argument", it.name()));
            case NamedQuery view ->
                Stream.of(
                        view.columns().stream().map(it -> new NamedPart("column", it)),
                        view instanceof View one
                                ? one.defaults().stream().map(it -> new NamedPart("default", it.column()))
                                : Stream.<NamedPart>empty(),
                        of(view.parts()))
                        .flatMap(it -> it);
            case EnumType ignored -> Stream.empty();
            case Sequence ignored -> Stream.empty();
            case Collation ignored -> Stream.empty();
            case UserOperator ignored -> Stream.empty();
            case Cast ignored -> Stream.empty();
            case Statistics ignored -> Stream.empty();
            case TextSearchDictionary ignored -> Stream.empty();
            case TextSearchConfiguration ignored -> Stream.empty();
            case Supplement ignored -> Stream.empty();
        };
    }
}
