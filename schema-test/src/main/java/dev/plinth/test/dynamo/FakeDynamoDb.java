package dev.plinth.test.dynamo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A DynamoDB in memory, for tests of whatever creates and changes tables: with the states, the waits, the refusals and the
 * texts of the service, on a clock that a test moves. It has tables and their settings in one region, and no items. An
 * operation that it does not know throws an {@link UnsupportedOperationException} that names it. Safe for several threads.
 */
public final class FakeDynamoDb extends KnownOperations {

    static final String ARN_PREFIX = "arn:aws:dynamodb:eu-central-1:123456789012:table/";

    private static final Set<String> OPERATIONS = Set.of(
            "CreateTable",
            "DescribeTable",
            "UpdateTable",
            "DeleteTable",
            "ListTables",
            "DescribeTimeToLive",
            "UpdateTimeToLive",
            "DescribeContinuousBackups",
            "UpdateContinuousBackups",
            "ListTagsOfResource",
            "TagResource",
            "UntagResource",
            "GetResourcePolicy",
            "PutResourcePolicy",
            "DeleteResourcePolicy",
            "DescribeContributorInsights",
            "UpdateContributorInsights",
            "DescribeKinesisStreamingDestination",
            "EnableKinesisStreamingDestination",
            "DisableKinesisStreamingDestination",
            "UpdateKinesisStreamingDestination",
            "Scan");

    private final Faults.Plan faults = new Faults.Plan();
    private Consumer<String> beforeCall = operation -> {};
    private Consumer<String> afterCall = operation -> {};
    private boolean undisturbed;

    /** An account without tables. */
    public FakeDynamoDb(VirtualClock clock) {
        super(new Account(clock));
    }

    /** An answer of the service that is an error. */
    public static DynamoDbException error(String code, String message) {
        return ServiceErrors.error(code, message);
    }

    /** The same with another HTTP status than 400. */
    public static DynamoDbException error(int status, String code, String message) {
        return ServiceErrors.error(status, code, message);
    }

    /** The same service for an asynchronous client. */
    public DynamoDbAsyncClient async() {
        return new AsyncView(this);
    }

    /** What happens to the next call of an operation; what is arranged several times happens in that order. */
    public Faults next(String operation) {
        return next(1, operation);
    }

    /** What happens to each of the next calls of an operation. */
    public Faults next(int calls, String operation) {
        return new Faults(faults, known(operation), calls);
    }

    /** What happens to every call of an operation that nothing else is arranged for. */
    public Faults every(String operation) {
        return new Faults(faults, known(operation), Faults.EVERY);
    }

    /** Ends all faults. */
    public void recover() {
        faults.clear();
    }

    /** Something that happens at the beginning of every call; it may throw, and may call this service itself. */
    public void beforeCall(Consumer<String> action) {
        beforeCall = action;
    }

    /** Something that happens when a call was carried out, before its answer arrives; it may throw instead of that. */
    public void afterCall(Consumer<String> action) {
        afterCall = action;
    }

    /** Somebody else does something at this service: no fault is in the way, and no log has it. */
    public synchronized void somebodyElse(Consumer<DynamoDbClient> work) {
        boolean before = undisturbed;
        undisturbed = true;
        account.log.paused = true;
        try {
            work.accept(this);
        } finally {
            undisturbed = before;
            account.log.paused = before;
        }
    }

    /** Refuses more changes a second, of all tables together, with a ThrottlingException. */
    public void limitMutations(int perSecond) {
        account.limitMutations(perSecond);
    }

    /** Contributor Insights beyond so many tables and indexes end as FAILED: the rules of CloudWatch have a quota. */
    public void limitContributorInsights(int tablesAndIndexes) {
        account.insightsQuota = tablesAndIndexes;
    }

    /**
     * How long that takes which takes minutes, if it begins from now on: filling an index that is added (9 minutes where nothing is
     * said), raising warm throughput (6 minutes).
     */
    public void slowWorkTakes(Duration time) {
        account.filling = time;
        account.warming = time;
    }

    /** Somebody puts items into a table, or takes all of them out. */
    public void holdsItems(String table, boolean items) {
        account.table(table).items = items;
    }

    /** A status that the clock would not give, one that no SDK knows among them; empty to end it. */
    public void status(String table, String status) {
        account.table(table).status = status;
    }

    /** A table is gone at once, in whatever state it was. */
    public void remove(String table) {
        account.remove(table);
    }

    /** The calls that ask for changes since the last time, whatever came of them, each with when it came. */
    public List<String> changes() {
        return account.log.takeCalls();
    }

    /** The changes that were made, in order. */
    public List<AcceptedChange> accepted() {
        return account.log.accepted().stream().filter(AcceptedChange::effective).toList();
    }

    /** The changes that were accepted though nothing was left to do. */
    public List<AcceptedChange> repeated() {
        return account.log.accepted().stream().filter(change -> !change.effective()).toList();
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
    synchronized <Q, A> A look(String operation, Q request, Function<Q, A> work) {
        return undisturbed ? work.apply(request) : call(operation, request, work);
    }

    @Override
    synchronized <Q, A> A change(String operation, String subject, Q request, Function<Q, A> work) {
        if (undisturbed) {
            return work.apply(request);
        }
        account.log.call((operation + " " + subject).strip());
        return call(operation, request, one -> {
            account.countMutation();
            return work.apply(one);
        });
    }

    private <Q, A> A call(String operation, Q request, Function<Q, A> work) {
        beforeCall.accept(operation);
        Faults.@Nullable Fault fault = faults.take(operation);
        if (fault != null && !fault.afterwards()) {
            throw fault.error().get();
        }
        A answer = work.apply(request);
        afterCall.accept(operation);
        if (fault != null) {
            throw fault.error().get();
        }
        return answer;
    }

    private static String known(String operation) {
        if (!OPERATIONS.contains(operation)) {
            throw new IllegalArgumentException("FakeDynamoDb does not know " + operation + "; it knows "
                    + OPERATIONS.stream().sorted().toList());
        }
        return operation;
    }
}
