package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.inspect.ConstraintQuery.Triggers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries of one inspection, in the order in which the message carries them. */
final class CatalogQueries {

    final EnvironmentQuery environment;
    final RelationQuery relations;
    final TableQuery tables = new TableQuery();
    final ColumnQuery columns = new ColumnQuery();
    final ConstraintQuery constraints;
    final IndexQuery indexes;
    final TriggerQuery triggers = new TriggerQuery();
    final PolicyQuery policies;
    final RoleQuery roles;
    final PrivilegeQuery privileges;
    final DefaultPrivilegeQuery defaultPrivileges;
    final RuleQuery rules;
    final OperatorClassQuery operatorClasses;
    final TypeNameQuery typeNames;
    final SequenceQuery sequences;
    final DomainQuery domains;
    final FunctionQuery functions;
    final AggregateQuery aggregates;
    final PartitionQuery partitions;
    final ViewQuery views;
    final StatisticsQuery statistics;
    private final LocateTables locate;
    private final List<ObjectQuery> objects;

    /** @param listsUnmanaged whether what nobody declared is asked for too */
    CatalogQueries(Schema schema, Scope scope, int serverMajorVersion, boolean listsUnmanaged) {
        rules = new RuleQuery(scope);
        locate = new LocateTables(scope);
        environment = new EnvironmentQuery(scope);
        relations = new RelationQuery(scope);
        constraints = new ConstraintQuery(
                serverMajorVersion,
                serverMajorVersion >= 18 && (listsUnmanaged || scope.isEverything() || namesNotNulls(schema)),
                triggers(schema, scope));
        indexes = new IndexQuery(serverMajorVersion);
        policies = new PolicyQuery(listsUnmanaged
                || scope.isEverything()
                || schema.tables().stream().anyMatch(it -> !it.rowSecurity().policies().isEmpty()));
        roles = new RoleQuery(scope);
        privileges = new PrivilegeQuery(scope);
        defaultPrivileges = new DefaultPrivilegeQuery(scope);
        operatorClasses = new OperatorClassQuery(schema);
        typeNames = new TypeNameQuery(scope);
        sequences = new SequenceQuery(scope);
        domains = new DomainQuery(scope);
        views = new ViewQuery(scope);
        functions = new FunctionQuery(scope);
        aggregates = new AggregateQuery(scope);
        partitions = new PartitionQuery(schema, scope);
        statistics = new StatisticsQuery(scope);
        objects = List.of(functions, aggregates, sequences,
                domains,
                new EnumQuery(scope),
                new CompositeQuery(scope),
                new RangeQuery(scope),
                new CollationQuery(scope, serverMajorVersion),
                views,
                new CommentQuery(scope),
                new OperatorQuery(scope),
                new CastQuery(scope),
                statistics,
                new TextSearchDictionaryQuery(scope),
                new TextSearchConfigurationQuery(scope));
    }

    /** A table that is not declared may be partitioned. */
    private static Triggers triggers(Schema schema, Scope scope) {
        if (scope.isEverything()) {
            return Triggers.NONE;
        }
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                Table target = schema.table(key.target()).orElse(null);
                if (target == null || target.options().partitioning() != null) {
                    return Triggers.ALL;
                }
            }
        }
        return Triggers.WITHOUT_TWINS;
    }

    private static boolean namesNotNulls(Schema schema) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.options().notNullName() != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Columns and operator classes after what speaks of them by number: one added meanwhile is known then. */
    List<CatalogQuery> inOrder() {
        List<CatalogQuery> queries = new ArrayList<>(List.of(
                locate,
                environment,
                relations,
                tables,
                partitions,
                constraints,
                indexes,
                operatorClasses,
                columns,
                triggers,
                policies,
                roles,
                privileges,
                defaultPrivileges,
                rules,
                typeNames));
        queries.addAll(objects);
        return queries.stream().filter(CatalogQuery::isWanted).toList();
    }

    /** Who has the names of declared objects that are no relations, once all rows are read. */
    Map<ObjectName, String> holders() {
        Map<ObjectName, String> holders = new HashMap<>(typeNames.holders);
        holders.putAll(functions.holders.byName);
        holders.putAll(aggregates.holders.byName);
        return holders;
    }

    /** Who may do what, once all rows are read. */
    LiveAccess access() {
        return new LiveAccess(roles.roles, privileges.privileges, defaultPrivileges.defaults);
    }

    /** What there is besides tables, once all rows are read. */
    List<Live<? extends DatabaseObject>> objects() {
        return objects.stream().<Live<? extends DatabaseObject>>flatMap(query -> query.objects().stream()).toList();
    }
}
