package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import dev.plinth.rule.InvalidSchemaException;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import dev.plinth.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a schema from its objects: what can be derived is derived, what can be resolved is resolved, all is checked. */
final class SchemaAssembly {

    private SchemaAssembly() {}

    static Schema assemble(String name, Collection<? extends SchemaObject> objects) {
        requireName(name);
        requireNoNull(name, objects);
        List<Table> tables = new ArrayList<>();
        for (Table table : only(Table.class, objects)) {
            addWithPartitions(tables, table);
        }
        List<DatabaseObject> all = objects(tables, objects);
        Schema schema = OwnedSequences.asSerials(new Schema(
                name,
                UsedExtensions.of(tables, all, only(Extension.class, objects)),
                all,
                resolved(tables),
                only(DynamoTable.class, objects),
                null));
        List<Problem> problems = SchemaRules.check(schema);
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                throw new InvalidSchemaException(name, problems);
            }
        }
        return schema;
    }

    /** A partitioned table, then the partitions that it was declared with. */
    private static void addWithPartitions(List<Table> tables, Table table) {
        Partitioning partitioning = table.options().partitioning();
        if (partitioning == null) {
            tables.add(table);
            return;
        }
        tables.add(table.withOptions(table.options().withPartitioning(partitioning.withoutPartitions())));
        for (Table partition : partitioning.partitions()) {
            addWithPartitions(tables, partition);
        }
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new DslException("schema", "the name is blank", "Name it; reports and scripts show the name.");
        }
    }

    private static void requireNoNull(String name, Collection<? extends SchemaObject> objects) {
        int position = 1;
        for (SchemaObject object : objects) {
            if (object == null) {
                String message = "object " + position + " is null, usually two schema classes that refer to each other";
                throw new DslException("schema \"" + name + "\"", message, "Refer to tables by name in one of them.");
            }
            position++;
        }
    }

    private static <T> List<T> only(Class<T> kind, Collection<? extends SchemaObject> objects) {
        List<T> only = new ArrayList<>();
        for (SchemaObject object : objects) {
            if (kind.isInstance(object)) {
                only.add(kind.cast(object));
            }
        }
        return only;
    }

    /** What the tables use, then what is listed; comments as objects of their own. */
    private static List<DatabaseObject> objects(List<Table> tables, Collection<? extends SchemaObject> listed) {
        List<DatabaseObject> used = new ArrayList<>();
        for (Table table : tables) {
            used.addAll(table.objects());
        }
        used.addAll(only(DatabaseObject.class, listed));
        Set<DatabaseObject> all = new LinkedHashSet<>();
        for (DatabaseObject object : used) {
            all.addAll(Definitions.of(object).toList());
        }
        return List.copyOf(all);
    }

    /** References by name without columns get those of the primary key; what cannot be resolved is left to the rules. */
    private static List<Table> resolved(List<Table> tables) {
        Map<QualifiedName, List<String>> primaryKeys = new HashMap<>();
        for (Table table : tables) {
            PrimaryKey key = table.primaryKey().orElse(null);
            primaryKeys.put(table.name(), key == null ? List.of() : key.columns());
        }
        List<Table> resolved = new ArrayList<>();
        for (Table table : tables) {
            List<Constraint> constraints = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                constraints.add(resolved(constraint, primaryKeys));
            }
            resolved.add(table.withConstraints(constraints).withoutObjects());
        }
        return resolved;
    }

    private static Constraint resolved(Constraint constraint, Map<QualifiedName, List<String>> primaryKeys) {
        if (!(constraint instanceof ForeignKey key) || !key.targetColumns().isEmpty()) {
            return constraint;
        }
        return key.withTarget(key.target(), primaryKeys.getOrDefault(key.target(), List.of()));
    }
}
