package dev.plinth.postgres.internal.inspect;

import java.util.List;

/** The queries of one inspection, in the order in which the message carries them. */
final class CatalogQueries {

    final EnvironmentQuery environment;
    final RelationQuery relations;
    final TableQuery tables = new TableQuery();
    final ColumnQuery columns = new ColumnQuery();
    final ConstraintQuery constraints = new ConstraintQuery();
    final IndexQuery indexes;
    final TriggerQuery triggers = new TriggerQuery();
    final FunctionQuery functions;
    private final LocateTables locate;

    CatalogQueries(Scope scope, int serverMajorVersion) {
        locate = new LocateTables(scope.tables());
        environment = new EnvironmentQuery(scope);
        relations = new RelationQuery(scope);
        indexes = new IndexQuery(serverMajorVersion);
        functions = new FunctionQuery(scope);
    }

    List<CatalogQuery> inOrder() {
        return List.of(locate, environment, relations, tables, columns, constraints, indexes, triggers, functions);
    }
}
