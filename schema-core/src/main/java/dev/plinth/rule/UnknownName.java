package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types and collations that a schema uses by their names are in it, or PostgreSQL's own. */
final class UnknownName implements Rule {

    private record Use(String subject, @Nullable ColumnType type, @Nullable QualifiedName collation) {}

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> types = new HashSet<>();
        schema.tables().forEach(table -> types.add(table.name()));
        schema.objects(UserType.class).forEach(type -> types.add(type.name()));
        schema.objects(RangeType.class).forEach(range -> types.add(range.multirange()));
        Set<QualifiedName> collations = new HashSet<>();
        schema.objects(Collation.class).forEach(collation -> collations.add(collation.name()));
        return Stream.concat(
                schema.tables().stream().flatMap(UnknownName::uses),
                schema.objects().stream().flatMap(UnknownName::uses))
                .flatMap(use -> check(use, types, collations));
    }

    private Stream<Problem> check(Use use, Set<QualifiedName> types, Set<QualifiedName> collations) {
        Stream<QualifiedName> named = use.type == null ? Stream.empty() : named(use.type);
        Stream<Problem> type = named
                .filter(name -> !types.contains(name))
                .map(name -> problem(use, "type", name));
        Stream<Problem> collation = Stream.ofNullable(use.collation)
                .filter(name -> !name.namespace().equals("pg_catalog") && !collations.contains(name))
                .map(name -> problem(use, "collation", name));
        return Stream.concat(type, collation);
    }

    private Problem problem(Use use, String kind, QualifiedName name) {
        return error(
                use.subject,
                "uses the " + kind + " " + name.display() + ", which is not in the schema",
                "List it in schema(...).");
    }

    private static Stream<Use> uses(Table table) {
        return table.columns().stream()
                .map(it -> new Use(TableRule.part(table, it.name()), it.type(), it.collation()));
    }

    private static Stream<Use> uses(DatabaseObject object) {
        String subject = object.name().display();
        return switch (object) {
            case DomainType domain -> Stream.of(new Use(subject, domain.base(), domain.collation()));
            case CompositeType type ->
                type.attributes().stream().map(it -> new Use(subject + "." + it.name(), it.type(), it.collation()));
            case RangeType range -> Stream.of(new Use(subject, range.subtype(), range.collation()));
            case EnumType ignored -> Stream.empty();
            case Function ignored -> Stream.empty();
            case Sequence ignored -> Stream.empty();
            case Collation ignored -> Stream.empty();
        };
    }

    private static Stream<QualifiedName> named(ColumnType type) {
        return switch (type) {
            case ColumnType.Named named -> Stream.of(named.name());
            case ColumnType.Array array -> named(array.element());
            case UserType defined -> Stream.of(defined.name());
            case ColumnType.BuiltIn ignored -> Stream.empty();
            case ColumnType.OfExtension ignored -> Stream.empty();
            case ColumnType.Native ignored -> Stream.empty();
        };
    }
}
