package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The resources of all tables of a schema.
 *
 * @param names the name of a table before its prefix; a mapped one has none
 */
public record StackResources(
        Function<DynamoTable, String> names,
        Function<DynamoTable, NamePrefix> prefixes,
        Map<String, String> logicalIds,
        String deletionPolicy,
        String updateReplacePolicy,
        boolean oneAfterAnother) {

    /** The most resources that one template may have. */
    private static final int MOST = 500;

    /**
     * Logical id to resource.
     *
     * @throws IllegalArgumentException with everything that CloudFormation cannot say or would refuse
     */
    public Map<String, Object> of(Schema schema) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> resources = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        String before = null;
        for (DynamoTable table : schema.dynamoTables()) {
            problems.addAll(TemplateLimits.of(table, prefixes.apply(table).length() + names.apply(table).length()));
            String id = new LogicalIds(logicalIds).of(table);
            for (Map.Entry<String, Map<String, Object>> one : resources(table, id, before).entrySet()) {
                String owner = owners.putIfAbsent(one.getKey(), table.name());
                if (owner != null) {
                    problems.add("DynamoDB tables " + owner + " and " + table.name() + ": both give a resource the"
                            + " logical ID " + one.getKey() + "; say logicalId(\"" + table.name() + "\", ...)");
                }
                resources.put(one.getKey(), one.getValue());
            }
            before = hasIndexes(table) ? id : before;
        }
        if (resources.size() > MOST) {
            problems.add("schema \"" + schema.name() + "\": it makes " + resources.size() + " resources, and a template"
                    + " takes " + MOST + "; make two schemas of it");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return resources;
    }

    private Map<String, Map<String, Object>> resources(DynamoTable table, String id, @Nullable String before) {
        boolean regional = table.settings().replication().isNone();
        Object name = prefixes.apply(table).before(names.apply(table));
        Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
        resources.put(
                id,
                new Members()
                        .with("Type", regional ? RegionalTable.TYPE : GlobalTable.TYPE)
                        .with("DeletionPolicy", deletionPolicy)
                        .with("UpdateReplacePolicy", updateReplacePolicy)
                        .with("DependsOn", oneAfterAnother && hasIndexes(table) ? before : null)
                        .with("Properties",
                                regional ? RegionalTable.properties(table, name)
                                        : new GlobalTable(table).properties(name))
                        .map());
        if (regional) {
            resources.putAll(ScalingResources.of(table, id));
        }
        return resources;
    }

    private static boolean hasIndexes(DynamoTable table) {
        return !table.localIndexes().isEmpty() || !table.globalIndexes().isEmpty();
    }
}
