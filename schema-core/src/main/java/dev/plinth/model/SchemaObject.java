package dev.plinth.model;

/**
 * What can be listed in {@code schema(...)}: a PostgreSQL {@link dev.plinth.model.sql.Table}, a DynamoDB
 * {@link dev.plinth.model.dynamo.DynamoTable}, or a {@link dev.plinth.model.sql.DatabaseObject} that no table uses. What
 * tables need (functions, extensions) is derived from them.
 */
public interface SchemaObject {}
