package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.dynamo.internal.render.TableNames;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Looks at a declared table: one DescribeTable, and one DescribeContinuousBackups where the table declares
 * point-in-time recovery and the endpoint knows it.
 */
public final class TableReader {

    private final DynamoDbClient client;
    private final TableNames names;

    /** Reads through the client, tables under these names. */
    public TableReader(DynamoDbClient client, TableNames names) {
        this.client = client;
        this.names = names;
    }

    /**
     * Looks now, for no longer than {@code time}.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as the SDK throws it
     */
    public Observed read(DynamoTable declared, Duration time) {
        String name = names.of(declared);
        try {
            TableDescription table = client.describeTable(
                    DescribeTableRequest.builder()
                            .tableName(name)
                            .overrideConfiguration(call -> call.apiCallTimeout(time))
                            .build())
                    .table();
            return present(declared, table, time);
        } catch (ResourceNotFoundException absent) {
            return new Observed.Absent();
        }
    }

    private Observed present(DynamoTable declared, TableDescription table, Duration time) {
        Capabilities capabilities = Capabilities.of(table.tableArn());
        Recovery recovery = recovery(declared, table, capabilities, time);
        return new Observed.Present(
                new LiveTables(declared, table, capabilities).live(recovery),
                Objects.toString(table.tableId(), ""),
                Objects.toString(table.tableStatusAsString(), ""));
    }

    private Recovery recovery(DynamoTable declared, TableDescription table, Capabilities known, Duration time) {
        if (!declared.pointInTimeRecovery()) {
            return Recovery.NOT_ASKED;
        }
        if (!known.pointInTimeRecovery()) {
            return Recovery.NOT_OFFERED;
        }
        // While a table is being created the call answers that there is none.
        return table.tableStatus() == TableStatus.CREATING ? Recovery.DISABLED : recovery(names.of(declared), time);
    }

    private Recovery recovery(String tableName, Duration time) {
        try {
            // ContinuousBackupsStatus is another thing: it is enabled on every table.
            PointInTimeRecoveryStatus status = client.describeContinuousBackups(
                    DescribeContinuousBackupsRequest.builder()
                            .tableName(tableName)
                            .overrideConfiguration(call -> call.apiCallTimeout(time))
                            .build())
                    .continuousBackupsDescription()
                    .pointInTimeRecoveryDescription()
                    .pointInTimeRecoveryStatus();
            return status == PointInTimeRecoveryStatus.ENABLED ? Recovery.ENABLED : Recovery.DISABLED;
        } catch (TableNotFoundException | ResourceNotFoundException early) {
            return Recovery.DISABLED;
        } catch (DynamoDbException answer) {
            if (ErrorCodes.isUnknownOperation(answer)) {
                return Recovery.NOT_OFFERED;
            }
            throw answer;
        }
    }
}
