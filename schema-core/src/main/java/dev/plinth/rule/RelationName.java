package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables, views, composite types, sequences, indexes, primary keys, unique and exclusion constraints of one namespace share their names.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">pg_class</a>
 */
final class RelationName implements Rule {

    /** @param table what it belongs to; null where it stands by itself */
    private record Relation(QualifiedName name, String words, @Nullable Table table) {

        String subject() {
            return table == null ? name.display() : TableRule.part(table, name.name());
        }
    }

    @Override
    public Stream<Problem> check(Schema schema) {
        Map<QualifiedName, Relation> first = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Relation relation : relations(schema)) {
            Relation earlier = first.putIfAbsent(relation.name, relation);
            if (earlier != null) {
                problems.add(taken(relation, earlier));
            }
        }
        return problems.stream();
    }

    private Problem taken(Relation relation, Relation earlier) {
        String message = "the name \"" + relation.name.name() + "\" of this " + relation.words
                + " is taken by the " + earlier.words + " " + earlier.subject();
        return error(
                relation.subject(),
                message,
                "Rename one of the two; tables, views, composite types, sequences, indexes and keys of a namespace share"
                        + " their names.");
    }

    /** Tables first, so that what is blamed is the index; two tables or types of one name are the business of other rules. */
    private static List<Relation> relations(Schema schema) {
        List<NamedQuery> views = schema.objects(NamedQuery.class);
        List<Relation> relations = new ArrayList<>();
        List<Table> tables = addTables(schema, relations);
        addViews(views, relations);
        for (Sequence sequence : schema.objects(Sequence.class)) {
            relations.add(relation(sequence.name(), "sequence"));
        }
        addTypes(schema, relations);
        for (Table table : tables) {
            addParts(table, relations);
        }
        for (NamedQuery view : views) {
            addParts(view.parts(), relations);
        }
        return relations;
    }

    /** The first table of each name, which are the ones added. */
    private static List<Table> addTables(Schema schema, List<Relation> relations) {
        Set<QualifiedName> seen = new HashSet<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (seen.add(table.name())) {
                tables.add(table);
                relations.add(relation(table.name(), "table"));
            }
        }
        return tables;
    }

    private static void addViews(List<NamedQuery> views, List<Relation> relations) {
        Set<QualifiedName> seen = new HashSet<>();
        for (NamedQuery view : views) {
            if (seen.add(view.name())) {
                relations.add(relation(view.name(), ObjectWords.of(view).kind()));
            }
        }
    }

    private static void addTypes(Schema schema, List<Relation> relations) {
        Set<QualifiedName> seen = new HashSet<>();
        for (CompositeType type : schema.objects(CompositeType.class)) {
            if (seen.add(type.name())) {
                relations.add(relation(type.name(), "composite type"));
            }
        }
    }

    private static void addParts(Table table, List<Relation> relations) {
        for (Column column : table.columns()) {
            OwnedSequence sequence = column.sequence();
            if (sequence != null) {
                relations.add(relation(table, sequence.name(), "sequence"));
            }
        }
        for (Constraint constraint : table.constraints()) {
            String words = words(constraint);
            if (words != null) {
                relations.add(relation(table, constraint.name(), words));
            }
        }
        for (Index index : table.indexes()) {
            relations.add(relation(table, index.name(), "index"));
        }
    }

    /** What a constraint with an index is; null for one without. */
    private static @Nullable String words(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey ignored -> "primary key";
            case Unique ignored -> "unique constraint";
            case Exclusion ignored -> "exclusion constraint";
            case ForeignKey ignored -> null;
            case Check ignored -> null;
        };
    }

    private static Relation relation(QualifiedName name, String words) {
        return new Relation(name, words, null);
    }

    private static Relation relation(Table table, String name, String words) {
        return new Relation(table.name().sibling(name), words, table);
    }
}
