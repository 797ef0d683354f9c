package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables, views, composite types, sequences, indexes, primary keys, unique and exclusion constraints of one namespace share their names.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">pg_class</a>
 */
final class RelationName implements Rule {

    private record Relation(QualifiedName name, String words, String subject) {}

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<QualifiedName, Relation> first = new HashMap<>();
        return relations(schema).flatMap(relation -> {
            Relation earlier = first.putIfAbsent(relation.name, relation);
            return earlier == null ? Stream.<Problem>empty() : Stream.of(taken(relation, earlier));
        });
    }

    private Problem taken(Relation relation, Relation earlier) {
        String message = "the name \"" + relation.name.name() + "\" of this " + relation.words
                + " is taken by the " + earlier.words + " " + earlier.subject;
        return error(
                relation.subject,
                message,
                "Rename one of the two; tables, views, composite types, sequences, indexes and keys of a namespace share"
                        + " their names.");
    }

    /** Tables first, so that what is blamed is the index; two tables or types of one name are the business of other rules. */
    private static Stream<Relation> relations(Schema schema) {
        Set<QualifiedName> seen = new HashSet<>();
        Set<QualifiedName> types = new HashSet<>();
        Set<QualifiedName> views = new HashSet<>();
        List<Table> tables =
                schema.tables().stream().filter(it -> seen.add(it.name())).toList();
        return Stream.of(
                tables.stream()
                        .map(it -> new Relation(it.name(), "table", it.name().display())),
                schema.objects(NamedQuery.class).stream()
                        .filter(it -> views.add(it.name()))
                        .map(it -> new Relation(it.name(), ObjectWords.of(it).kind(), it.name().display())),
                schema.objects(Sequence.class).stream()
                        .map(it -> new Relation(it.name(), "sequence", it.name().display())),
                schema.objects(CompositeType.class).stream()
                        .filter(it -> types.add(it.name()))
                        .map(it -> new Relation(it.name(), "composite type", it.name().display())),
                tables.stream().flatMap(RelationName::ofTable),
                schema.objects(NamedQuery.class).stream().map(NamedQuery::parts).flatMap(RelationName::ofTable))
                .flatMap(it -> it);
    }

    private static Stream<Relation> ofTable(Table table) {
        return Stream.concat(
                table.columns().stream()
                        .flatMap(it -> Stream.ofNullable(it.sequence()))
                        .map(it -> relation(table, it.name(), "sequence")),
                Stream.concat(
                        table.constraints().stream().flatMap(it -> ofConstraint(table, it)),
                        table.indexes().stream().map(it -> relation(table, it.name(), "index"))));
    }

    private static Stream<Relation> ofConstraint(Table table, Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> Stream.of(relation(table, key.name(), "primary key"));
            case Unique key -> Stream.of(relation(table, key.name(), "unique constraint"));
            case Exclusion exclusion -> Stream.of(relation(table, exclusion.name(), "exclusion constraint"));
            case ForeignKey key -> Stream.empty();
            case Check check -> Stream.empty();
        };
    }

    private static Relation relation(Table table, String name, String words) {
        return new Relation(table.name().sibling(name), words, TableRule.part(table, name));
    }
}
