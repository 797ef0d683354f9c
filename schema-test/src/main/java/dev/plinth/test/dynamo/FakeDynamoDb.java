package dev.plinth.test.dynamo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/**
 * As much of DynamoDB as an apply sees, on a virtual clock: tables that take their time to come, indexes that are
 * allocated and filled one at a time, backups that are off limits for a while, and faults on demand.
 */
public final class FakeDynamoDb extends FakeCompanions {

    private final VirtualClock clock;
    private final Map<String, FakeTable> tables = new TreeMap<>();
    private final Map<String, Deque<RuntimeException>> faults = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private Consumer<String> beforeCall = operation -> {};
    private Function<String, Optional<RuntimeException>> loseAnswer = operation -> Optional.empty();
    private int created;

    public FakeDynamoDb(VirtualClock clock) {
        this.clock = clock;
    }

    /** An answer of the service that is an error. */
    public static DynamoDbException error(String code, String message) {
        return error(400, code, message);
    }

    /** The same with another status. */
    public static DynamoDbException error(int status, String code, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).serviceName("DynamoDb").build();
        var builder = code.equals("ResourceNotFoundException")
                ? ResourceNotFoundException.builder()
                : DynamoDbException.builder();
        return (DynamoDbException) builder.awsErrorDetails(details).message(message).statusCode(status).build();
    }

    /** The next call of an operation fails; more calls of this method line up. */
    public void fail(String operation, RuntimeException fault) {
        faults.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
    }

    /** The operations other than DescribeTable since the last time, each with when it came. */
    public List<String> changes() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Something that happens at the beginning of every call; it may throw, and may call this service itself. */
    public void beforeCall(Consumer<String> action) {
        beforeCall = action;
    }

    /** Does what is asked for and yet answers with an error, where the function has one. */
    public void loseAnswer(Function<String, Optional<RuntimeException>> errors) {
        loseAnswer = errors;
    }

    /** Every change that was made: operation and subject. */
    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** Another process deletes a table. */
    public void delete(String table) {
        tables.remove(table);
    }

    /** A status that the clock would not give; empty to end it. */
    public void status(String table, String status) {
        table(table).status = status;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    @Override
    public DynamoDbServiceClientConfiguration serviceClientConfiguration() {
        return DynamoDbServiceClientConfiguration.builder().region(Region.EU_CENTRAL_1).build();
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        fault("DescribeTable");
        return DescribeTableResponse.builder()
                .table(table(request.tableName()).describe(clock.nanoTime()))
                .build();
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        begin("CreateTable", request.tableName());
        FakeTable known = tables.get(request.tableName());
        if (known != null) {
            boolean creating = known.isCreating(clock.nanoTime());
            throw error(
                    "ResourceInUseException",
                    (creating ? "Table is being created: " : "Table already exists: ") + request.tableName());
        }
        created++;
        String id = "id-" + created;
        long activeAt = clock.nanoTime() + FakeTable.CREATION.toNanos();
        tables.put(request.tableName(), new FakeTable(request, id, activeAt));
        accept("CreateTable", request.tableName());
        return CreateTableResponse.builder().build();
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        if (!request.hasGlobalSecondaryIndexUpdates()
                || request.globalSecondaryIndexUpdates().get(0).create() == null) {
            return FakeUpdates.apply(this, request, clock.nanoTime());
        }
        CreateGlobalSecondaryIndexAction index = request.globalSecondaryIndexUpdates().get(0).create();
        begin("UpdateTable", request.tableName() + " " + index.indexName());
        FakeTable table = table(request.tableName());
        long now = clock.nanoTime();
        if (table.isCreating(now)) {
            throw error("ResourceInUseException", "Table is being created: " + request.tableName());
        }
        if (table.has(index.indexName())) {
            throw error("ValidationException", "Index already exists: " + index.indexName());
        }
        if (table.isBuilding(now)) {
            throw error(
                    "LimitExceededException",
                    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }
        table.add(index, request.attributeDefinitions(), now);
        accept("UpdateTable", request.tableName() + " " + index.indexName());
        return UpdateTableResponse.builder().build();
    }

    @Override
    public DescribeContinuousBackupsResponse describeContinuousBackups(DescribeContinuousBackupsRequest request) {
        fault("DescribeContinuousBackups");
        FakeTable table = table(request.tableName());
        return DescribeContinuousBackupsResponse.builder()
                .continuousBackupsDescription(
                        backups -> backups.continuousBackupsStatus(ContinuousBackupsStatus.ENABLED)
                                .pointInTimeRecoveryDescription(recovery -> recovery.pointInTimeRecoveryStatus(
                                        table.recovery
                                                ? PointInTimeRecoveryStatus.ENABLED
                                                : PointInTimeRecoveryStatus.DISABLED)))
                .build();
    }

    @Override
    public UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request) {
        begin("UpdateContinuousBackups", request.tableName());
        FakeTable table = table(request.tableName());
        if (table.backupsAreOffLimits(clock.nanoTime())) {
            throw error(
                    "ContinuousBackupsUnavailableException",
                    "Backups are being enabled for the table: " + request.tableName() + ". Please retry later");
        }
        if (!table.recovery) {
            // asked for twice it is one change: the operation is idempotent
            table.recovery = true;
            accept("UpdateContinuousBackups", request.tableName());
        }
        return UpdateContinuousBackupsResponse.builder().build();
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        boolean items = table(request.tableName()).items;
        return ScanResponse.builder().items(items ? List.of(Map.of()) : List.of()).build();
    }

    @Override
    FakeSettings settings(String nameOrArn) {
        return table(nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)).settings;
    }

    /** Somebody puts items into a table, or takes all of them out. */
    public void holdsItems(String table, boolean items) {
        table(table).items = items;
    }

    FakeTable table(String name) {
        FakeTable table = tables.get(name);
        if (table == null) {
            throw error("ResourceNotFoundException", "Requested resource not found: Table: " + name + " not found");
        }
        return table;
    }

    @Override
    void begin(String operation, String subject) {
        calls.add(clock.elapsed().toMillis() + " ms: " + operation + " " + subject);
        fault(operation);
    }

    @Override
    void accept(String operation, String subject) {
        accepted.add(operation + " " + subject);
        loseAnswer.apply(operation).ifPresent(error -> {
            throw error;
        });
    }

    @Override
    void fault(String operation) {
        beforeCall.accept(operation);
        Deque<RuntimeException> waiting = faults.getOrDefault(operation, new ArrayDeque<>());
        if (!waiting.isEmpty()) {
            throw waiting.remove();
        }
    }
}
