package dev.plinth.model;

/**
 * What can be listed in {@code schema(...)}: a PostgreSQL {@link dev.plinth.model.sql.Table} or a DynamoDB
 * {@link dev.plinth.model.dynamo.DynamoTable}. What those need (functions, extensions) is derived from them.
 */
public interface SchemaObject {}
