package dev.plinth.dynamo;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.dynamo.internal.render.ChangeRequests;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.render.Renderer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The requests that create the DynamoDB tables of a schema, without a connection: for snapshots in unit tests, for
 * reading, for the AWS command line. Immutable.
 *
 * {@snippet :
 * for (DynamoRequest request : DynamoRequests.of().tablePrefix("staging-").render(SCHEMA)) {
 *     Files.writeString(directory.resolve(request.fileName()), request.json());
 * }
 * }
 */
public final class DynamoRequests implements Renderer<List<DynamoRequest>> {

    private final TableNames names;

    private DynamoRequests(TableNames names) {
        this.names = names;
    }

    /** The requests with the table names as they are declared. */
    public static DynamoRequests of() {
        return new DynamoRequests(TableNames.asDeclared());
    }

    /**
     * Puts a prefix before every table name.
     *
     * @throws IllegalArgumentException when the prefix has a character that a table name may not have
     */
    public DynamoRequests tablePrefix(String prefix) {
        return names(names.prefix(prefix));
    }

    /** Calls the tables otherwise than they are declared. */
    public DynamoRequests names(TableNames tableNames) {
        return new DynamoRequests(tableNames);
    }

    /**
     * Table by table in the order declared; for each CreateTable, then what CreateTable cannot carry. The names of
     * accounts and regions, where a request wants them, are left to fill in.
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    @Override
    public List<DynamoRequest> render(Schema schema) {
        names.check(schema);
        return schema.dynamoTables().stream()
                .flatMap(table -> render(table).stream())
                .toList();
    }

    /** The requests of one table. Auto scaling, which another service does, is none of them: see {@link #scaling}. */
    public List<DynamoRequest> render(DynamoTable table) {
        names.check(table);
        return DynamoDiff.absent(table).stream()
                .filter(change -> !(change instanceof RegisterAutoScaling))
                .map(change -> request(change, table))
                .toList();
    }

    /**
     * The requests to Application Auto Scaling, a target and then its policy for each thing that scales; to be sent once the
     * tables are there.
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    public List<ScalingRequest> scaling(Schema schema) {
        names.check(schema);
        return schema.dynamoTables().stream()
                .flatMap(table -> DynamoDiff.absent(table).stream()
                        .filter(RegisterAutoScaling.class::isInstance)
                        .map(RegisterAutoScaling.class::cast)
                        .flatMap(change -> scaling(change, names.of(table))))
                .toList();
    }

    private static Stream<ScalingRequest> scaling(RegisterAutoScaling change, String tableName) {
        List<String> texts = ChangeRequests.json(change, tableName, ChangeRequests.ARN_PREFIX + tableName);
        return Stream.of(
                new ScalingRequest(change, "register-scalable-target", texts.get(0)),
                new ScalingRequest(change, "put-scaling-policy", texts.get(1)));
    }

    /** The UpdateTable that adds one index to a table that exists. */
    public DynamoRequest addIndex(DynamoTable table, GlobalIndex index) {
        return request(new AddGlobalIndex(table, index), table);
    }

    private DynamoRequest request(DynamoChange change, DynamoTable table) {
        return new DynamoRequest(change,
                ChangeRequests.of(change, names.of(table), ChangeRequests.ARN_PREFIX + names.of(table)));
    }
}
