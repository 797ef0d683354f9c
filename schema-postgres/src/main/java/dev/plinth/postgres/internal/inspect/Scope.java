package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names a schema asks about; the inspection looks at nothing else.
 *
 * @param every every name there is, for an inspection of whatever namespaces have; empty for one of declared names
 * @param relations every name that occupies the relation namespace: tables, indexes, and constraints with an index
 */
record Scope(Schema schema, Set<String> homes, List<String> namespaces, Names functions, Names tables,
        Names relations, Names every) {

    private static final Names NONE = Names.every(List.of());
    private static final Schema NOTHING = new Schema("", List.of(), List.of(), List.of(), List.of(), null);

    /** @param homes the namespaces in which to look for what the schema declares in {@code public} */
    static Scope of(Schema schema, Set<String> homes) {
        return of(schema, homes, true);
    }

    /** @param withHolders whether to look at who holds the names of what is missing */
    static Scope of(Schema schema, Set<String> homes, boolean withHolders) {
        List<QualifiedName> objects = schema.objects().stream().map(DatabaseObject::name).toList();
        List<QualifiedName> tables = schema.tables().stream().map(Table::name).toList();
        List<String> namespaces = Stream.concat(objects.stream(), tables.stream())
                .flatMap(name -> name.isInDefaultNamespace() ? homes.stream() : Stream.of(name.namespace()))
                .distinct()
                .toList();
        return new Scope(
                schema,
                homes,
                namespaces,
                named(Function.class, schema, homes),
                Names.of(tables, homes),
                withHolders ? Names.of(relations(schema, tables), homes) : NONE,
                NONE);
    }

    private static List<QualifiedName> relations(Schema schema, List<QualifiedName> tables) {
        List<QualifiedName> relations = new ArrayList<>(tables);
        schema.objects(Sequence.class).forEach(sequence -> relations.add(sequence.name()));
        schema.objects(CompositeType.class).forEach(type -> relations.add(type.name()));
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            relations.add(view.name());
            addOwned(view.parts(), relations);
        }
        schema.tables().forEach(table -> addOwned(table, relations));
        return relations;
    }

    /** Everything that these namespaces have, and every extension. */
    static Scope everything(List<String> namespaces) {
        Names every = Names.every(namespaces);
        return new Scope(NOTHING, Set.of(), namespaces, every, every, NONE, every);
    }

    /** These namespaces and no object of them. */
    static Scope nothing(List<String> namespaces) {
        return new Scope(NOTHING, Set.of(), namespaces, NONE, NONE, NONE, NONE);
    }

    /** Whether it is whatever the namespaces have, and not what a schema declares. */
    boolean isEverything() {
        return !every.isEmpty();
    }

    /** The namespaces without anything in them, for what has no name in one. */
    Names bareNamespaces() {
        return Names.of(
                namespaces.stream().map(namespace -> new QualifiedName(namespace, "")).toList(),
                Set.of(QualifiedName.DEFAULT_NAMESPACE));
    }

    /** Whether columns can have sequences of their own. */
    boolean ownsSequences() {
        return isEverything() || SequenceQuery.ownsSequences(schema);
    }

    /** The namespaces of what is declared, and those that extensions are put into. */
    List<String> allNamespaces() {
        Stream<String> ofExtensions =
                schema.extensions().stream().flatMap(extension -> Stream.ofNullable(extension.namespace()));
        return Stream.concat(namespaces.stream(), ofExtensions).distinct().toList();
    }

    /** The roles that the schema names. */
    List<String> roles() {
        return Stream.of(
                schema.tables().stream()
                        .flatMap(table -> table.rowSecurity().policies().stream())
                        .flatMap(policy -> policy.roles().stream()),
                schema.objects(Grant.class).stream().flatMap(it -> it.roles().stream()),
                schema.objects(DefaultPrivileges.class).stream()
                        .flatMap(it -> Stream.concat(Stream.ofNullable(it.creator()), it.roles().stream())))
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /** The objects of one kind. */
    Names named(Class<? extends DatabaseObject> kind) {
        return isEverything() && isReadWhole(kind) ? every : named(kind, schema, homes);
    }

    /** Whether an inspection of everything reads the kind; what it does not is named as what the model lacks. */
    private static boolean isReadWhole(Class<? extends DatabaseObject> kind) {
        return UserType.class.isAssignableFrom(kind)
                || NamedQuery.class.isAssignableFrom(kind)
                || kind == Function.class
                || kind == Aggregate.class
                || kind == Sequence.class
                || kind == Collation.class
                || kind == UserOperator.class
                || kind == Cast.class
                || kind == Statistics.class
                || kind == TextSearchDictionary.class
                || kind == TextSearchConfiguration.class
                || kind == Comment.class;
    }

    /** The functions, procedures and aggregates. */
    Names routines() {
        if (isEverything()) {
            return every;
        }
        Stream<DatabaseObject> routines = Stream.concat(
                schema.functions().stream(), schema.objects(Aggregate.class).stream());
        return Names.of(routines.map(DatabaseObject::name).toList(), homes);
    }

    /** The types that the schema creates. */
    Names types() {
        return named(UserType.class);
    }

    private static Names named(Class<? extends DatabaseObject> kind, Schema schema, Set<String> homes) {
        return Names.of(schema.objects(kind).stream().map(DatabaseObject::name).toList(), homes);
    }

    /** The sequences of their own. */
    Names sequences() {
        return named(Sequence.class);
    }

    private static void addOwned(Table table, List<QualifiedName> relations) {
        table.columns().stream()
                .flatMap(column -> Stream.ofNullable(column.sequence()))
                .forEach(sequence -> relations.add(table.name().sibling(sequence.name())));
        for (Index index : table.indexes()) {
            relations.add(table.name().sibling(index.name()));
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Key) {
                relations.add(table.name().sibling(constraint.name()));
            }
        }
    }
}
