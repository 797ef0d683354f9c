package dev.plinth.dynamo;

import dev.plinth.dynamo.internal.enhanced.SchemaDifferences;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.DocumentTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * Reads and writes the tables of a schema with the Enhanced client, through table schemas that have the keys and indexes
 * of the model and so cannot diverge from the tables. An application that has mapped classes of its own keeps them and
 * {@linkplain #check checks} them against the tables. Do not create tables with either: what the Enhanced client cannot
 * say (projections, encryption, billing) would be missing.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/ddb-en-client-doc-api.html">Enhanced
 *      Document API</a>
 */
public final class DynamoSchemas {

    private DynamoSchemas() {}

    /** The keys and indexes of a table, for documents. */
    public static TableSchema<EnhancedDocument> tableSchema(DynamoTable table) {
        DocumentTableSchema.Builder schema = TableSchema.documentSchemaBuilder()
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider());
        addKey(schema, table, TableMetadata.primaryIndexName(), table.key());
        for (LocalIndex index : table.localIndexes()) {
            // with a partition key of its own the Enhanced client would take it for a global index
            schema.addIndexSortKey(index.name(), index.sortKey(), type(table, index.sortKey()));
        }
        for (GlobalIndex index : table.globalIndexes()) {
            addKey(schema, table, index.name(), index.key());
        }
        return schema.build();
    }

    /** The table as it is declared, through the client. */
    public static DynamoDbTable<EnhancedDocument> table(DynamoDbEnhancedClient client, DynamoTable table) {
        return table(client, table, "");
    }

    /** The table whose name in the account has a prefix, as with {@link DynamoStore#tablePrefix}. */
    public static DynamoDbTable<EnhancedDocument> table(
            DynamoDbEnhancedClient client, DynamoTable table, String prefix) {
        return table(client, table, TableNames.asDeclared().prefix(prefix));
    }

    /** The table under its name in the account, as with {@link DynamoStore#names}. */
    public static DynamoDbTable<EnhancedDocument> table(
            DynamoDbEnhancedClient client, DynamoTable table, TableNames names) {
        return client.table(names.of(table), tableSchema(table));
    }

    /** The table under its name in the account, through an asynchronous client. */
    public static DynamoDbAsyncTable<EnhancedDocument> table(
            DynamoDbEnhancedAsyncClient client, DynamoTable table, TableNames names) {
        return client.table(names.of(table), tableSchema(table));
    }

    /**
     * The table under its name in the account, for a mapped class of the application.
     *
     * @throws IllegalArgumentException when its keys or indexes are not those of the table, as {@link #check} finds out
     */
    public static <T> DynamoDbTable<T> table(
            DynamoDbEnhancedClient client, DynamoTable table, TableNames names, TableSchema<T> schema) {
        check(table, schema);
        return client.table(names.of(table), schema);
    }

    /**
     * The same through an asynchronous client.
     *
     * @throws IllegalArgumentException when its keys or indexes are not those of the table, as {@link #check} finds out
     */
    public static <T> DynamoDbAsyncTable<T> table(
            DynamoDbEnhancedAsyncClient client, DynamoTable table, TableNames names, TableSchema<T> schema) {
        check(table, schema);
        return client.table(names.of(table), schema);
    }

    /**
     * Compares table schemas of the application (of beans, records, static ones) with a declared table: the key, the types of
     * key attributes, the names and keys of indexes with their order, and which are local. Classes that share a table are given
     * together: each has to have the key, and every index has to be in one of them. Vector indexes are not looked at.
     *
     * @throws IllegalArgumentException with one line for each difference and what to write instead
     */
    public static void check(DynamoTable table, TableSchema<?>... schemas) {
        List<String> differences = SchemaDifferences.of(table, List.of(schemas));
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", differences));
        }
    }

    /** Repeated calls for one index make a key of several attributes, in the order of the calls. */
    private static void addKey(DocumentTableSchema.Builder schema, DynamoTable table, String index, KeySchema key) {
        key.partitionKey().forEach(name -> schema.addIndexPartitionKey(index, name, type(table, name)));
        key.sortKey().forEach(name -> schema.addIndexSortKey(index, name, type(table, name)));
    }

    private static AttributeValueType type(DynamoTable table, String name) {
        AttributeType type = table.attribute(name)
                .map(attribute -> attribute.type())
                .filter(AttributeType::canBeKey)
                .orElseThrow(
                        () -> new IllegalArgumentException("DynamoDB table " + table.name() + ": its key attribute "
                                + name + " is not a string, a number or binary; declare it as one of these"));
        return AttributeValueType.valueOf(type.code());
    }
}
