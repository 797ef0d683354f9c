package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserType;
import dev.plinth.rule.InvalidSchemaException;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import dev.plinth.rule.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a schema from its objects: what can be derived is derived, what can be resolved is resolved, all is checked. */
final class SchemaAssembly {

    private SchemaAssembly() {}

    static Schema assemble(String name, Collection<? extends SchemaObject> objects) {
        requireName(name);
        requireNoNull(name, objects);
        List<Table> tables =
                only(Table.class, objects).stream().flatMap(SchemaAssembly::withPartitions).toList();
        List<DatabaseObject> all = objects(tables, objects);
        Schema schema = OwnedSequences.asSerials(new Schema(
                name,
                extensions(tables, all, only(Extension.class, objects)),
                all,
                resolved(tables),
                only(DynamoTable.class, objects),
                null));
        List<Problem> problems = SchemaRules.check(schema);
        if (problems.stream().anyMatch(it -> it.severity() == Severity.ERROR)) {
            throw new InvalidSchemaException(name, problems);
        }
        return schema;
    }

    /** A partitioned table, then the partitions that it was declared with. */
    private static Stream<Table> withPartitions(Table table) {
        Partitioning partitioning = table.options().partitioning();
        return partitioning == null
                ? Stream.of(table)
                : Stream.concat(
                        Stream.of(
                                table.withOptions(table.options().withPartitioning(partitioning.withoutPartitions()))),
                        partitioning.partitions().stream().flatMap(SchemaAssembly::withPartitions));
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
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those that are listed, then those that something else tells. */
    private static List<Extension> extensions(
            List<Table> tables, List<DatabaseObject> objects, List<Extension> listed) {
        Set<String> known = listed.stream().map(Extension::name).collect(Collectors.toSet());
        return Stream.concat(
                listed.stream(), used(tables, objects).filter(it -> !known.contains(it.name())))
                .distinct()
                .toList();
    }

    private static Stream<Extension> used(List<Table> tables, List<DatabaseObject> objects) {
        Stream<ColumnType> columns =
                tables.stream().flatMap(table -> table.columns().stream()).map(Column::type);
        Stream<Extension> ofTypes = Stream.concat(columns, objects.stream().flatMap(Definitions::typesIn))
                .flatMap(SchemaAssembly::extension);
        Stream<Extension> ofIndexes = Stream.concat(
                tables.stream(), only(MaterializedView.class, objects).stream().map(MaterializedView::parts))
                .flatMap(table -> table.indexes().stream())
                .flatMap(index -> index.extensions().stream().map(Extension::new));
        Stream<Extension> ofExclusions = tables.stream()
                .flatMap(table -> table.constraints(Constraint.Exclusion.class).stream())
                .flatMap(exclusion -> exclusion.extensions().stream().map(Extension::new));
        Stream<Extension> ofOperators = only(Aggregate.class, objects).stream()
                .flatMap(aggregate -> Stream.ofNullable(aggregate.sortOperator()))
                .flatMap(operator -> Source.extension(operator.source()).map(Extension::new));
        Stream<Extension> ofPartitions = tables.stream()
                .flatMap(table -> Stream.ofNullable(table.options().partitioning()))
                .flatMap(it -> it.extensions().stream().map(Extension::new));
        Stream<Extension> ofTextSearch = Stream.concat(
                only(TextSearchDictionary.class, objects).stream().map(TextSearchDictionary::template),
                only(TextSearchConfiguration.class, objects).stream().flatMap(TextSearchConfiguration::names))
                .flatMap(name -> Source.extension(name.source()).map(Extension::new));
        return Stream.of(ofTypes, ofIndexes, ofExclusions, ofOperators, ofPartitions, ofTextSearch)
                .flatMap(it -> it);
    }

    private static Stream<Extension> extension(ColumnType type) {
        return switch (type) {
            case ColumnType.OfExtension of -> Stream.of(new Extension(of.extension()));
            case ColumnType.Array array -> extension(array.element());
            case ColumnType.BuiltIn builtIn -> Stream.empty();
            case ColumnType.Named named -> Stream.empty();
            case UserType defined -> Stream.empty();
            case ColumnType.Native other -> Stream.empty();
        };
    }

    /** What the tables use, then what is listed; comments as objects of their own. */
    private static List<DatabaseObject> objects(List<Table> tables, Collection<? extends SchemaObject> listed) {
        return Stream.concat(
                tables.stream().flatMap(table -> table.objects().stream()),
                only(DatabaseObject.class, listed).stream())
                .flatMap(Definitions::of)
                .distinct()
                .toList();
    }

    /** References by name without columns get those of the primary key; what cannot be resolved is left to the rules. */
    private static List<Table> resolved(List<Table> tables) {
        Map<QualifiedName, List<String>> primaryKeys = new HashMap<>();
        tables.forEach(table -> primaryKeys.put(
                table.name(), table.primaryKey().map(PrimaryKey::columns).orElse(List.of())));
        return tables.stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .map(constraint -> resolved(constraint, primaryKeys))
                        .toList())
                        .withoutObjects())
                .toList();
    }

    private static Constraint resolved(Constraint constraint, Map<QualifiedName, List<String>> primaryKeys) {
        if (!(constraint instanceof ForeignKey key) || !key.targetColumns().isEmpty()) {
            return constraint;
        }
        return key.withTarget(key.target(), primaryKeys.getOrDefault(key.target(), List.of()));
    }
}
