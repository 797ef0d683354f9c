package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        List<QualifiedName> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            tables.add(table.name());
        }
        return new Scope(
                schema,
                homes,
                namespaces(names(schema.objects()), tables, homes),
                named(Function.class, schema, homes),
                Names.of(tables, homes),
                withHolders ? Names.of(relations(schema, tables), homes) : NONE,
                NONE);
    }

    private static List<String> namespaces(
            List<QualifiedName> objects, List<QualifiedName> tables, Set<String> homes) {
        Set<String> namespaces = new LinkedHashSet<>();
        for (List<QualifiedName> names : List.of(objects, tables)) {
            for (QualifiedName name : names) {
                if (name.isInDefaultNamespace()) {
                    namespaces.addAll(homes);
                } else {
                    namespaces.add(name.namespace());
                }
            }
        }
        return List.copyOf(namespaces);
    }

    private static List<QualifiedName> names(List<? extends DatabaseObject> objects) {
        List<QualifiedName> names = new ArrayList<>();
        for (DatabaseObject object : objects) {
            names.add(object.name());
        }
        return names;
    }

    private static List<QualifiedName> relations(Schema schema, List<QualifiedName> tables) {
        List<QualifiedName> relations = new ArrayList<>(tables);
        relations.addAll(names(schema.objects(Sequence.class)));
        relations.addAll(names(schema.objects(CompositeType.class)));
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            relations.add(view.name());
            addOwned(view.parts(), relations);
        }
        for (Table table : schema.tables()) {
            addOwned(table, relations);
        }
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
        Set<String> all = new LinkedHashSet<>(namespaces);
        for (Extension extension : schema.extensions()) {
            if (extension.namespace() != null) {
                all.add(extension.namespace());
            }
        }
        return List.copyOf(all);
    }

    /** The roles that the schema names. */
    List<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        for (Table table : schema.tables()) {
            for (Policy policy : table.rowSecurity().policies()) {
                roles.addAll(policy.roles());
            }
        }
        for (Grant grant : schema.objects(Grant.class)) {
            roles.addAll(grant.roles());
        }
        for (DefaultPrivileges privileges : schema.objects(DefaultPrivileges.class)) {
            if (privileges.creator() != null) {
                roles.add(privileges.creator());
            }
            roles.addAll(privileges.roles());
        }
        return List.copyOf(roles);
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
        List<QualifiedName> routines = names(schema.functions());
        routines.addAll(names(schema.objects(Aggregate.class)));
        return Names.of(routines, homes);
    }

    /** The types that the schema creates. */
    Names types() {
        return named(UserType.class);
    }

    private static Names named(Class<? extends DatabaseObject> kind, Schema schema, Set<String> homes) {
        return Names.of(names(schema.objects(kind)), homes);
    }

    /** The sequences of their own. */
    Names sequences() {
        return named(Sequence.class);
    }

    private static void addOwned(Table table, List<QualifiedName> relations) {
        for (Column column : table.columns()) {
            if (column.sequence() != null) {
                relations.add(table.name().sibling(column.sequence().name()));
            }
        }
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
