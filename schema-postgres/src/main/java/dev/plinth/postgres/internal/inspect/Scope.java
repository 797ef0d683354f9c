package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names a schema asks about; the inspection looks at nothing else.
 *
 * @param relations every name that occupies the relation namespace: tables, indexes, and constraints with an index
 */
record Scope(List<String> namespaces, List<String> extensions, Names functions, Names tables, Names relations) {

    /** @param homes the namespaces in which to look for what the schema declares in {@code public} */
    static Scope of(Schema schema, Set<String> homes) {
        List<QualifiedName> functions = schema.functions().stream().map(Function::name).toList();
        List<QualifiedName> tables = schema.tables().stream().map(Table::name).toList();
        List<String> namespaces = Stream.concat(functions.stream(), tables.stream())
                .flatMap(name -> name.isInDefaultNamespace() ? homes.stream() : Stream.of(name.namespace()))
                .distinct()
                .toList();
        List<QualifiedName> relations = new ArrayList<>(tables);
        schema.tables().forEach(table -> addOwned(table, relations));
        List<String> extensions = schema.extensions().stream().map(Extension::name).toList();
        return new Scope(
                namespaces,
                extensions,
                Names.of(functions, homes),
                Names.of(tables, homes),
                Names.of(relations, homes));
    }

    private static void addOwned(Table table, List<QualifiedName> relations) {
        for (Index index : table.indexes()) {
            relations.add(table.name().sibling(index.name()));
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
                relations.add(table.name().sibling(constraint.name()));
            }
        }
    }
}
