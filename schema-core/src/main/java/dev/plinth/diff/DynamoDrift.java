package dev.plinth.diff;

import static dev.plinth.diff.ObjectKind.DYNAMODB_TABLE;
import static dev.plinth.diff.ObjectKind.GLOBAL_INDEX;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What of a declared table exists and differs. */
final class DynamoDrift {

    private static final String TABLE_KEY_ADVICE =
            "the key of a table cannot be changed: declare the table under a new name and copy the items, or make the"
                    + " schema say what is live";
    private static final String INDEX_ADVICE =
            "an index cannot be changed: declare it under a new name, and delete this one once nothing reads it";
    private static final String THROUGHPUT_ADVICE =
            "set the capacity with UpdateTable, or make the schema say what is live; where auto scaling moves it,"
                    + " differences are to be expected";

    private final DynamoTable declared;
    private final LiveDynamoTable live;
    private final List<Drift> found = new ArrayList<>();

    private DynamoDrift(DynamoTable declared, LiveDynamoTable live) {
        this.declared = declared;
        this.live = live;
    }

    static List<Drift> of(DynamoTable declared, LiveDynamoTable live) {
        DynamoDrift drift = new DynamoDrift(declared, live);
        drift.status();
        drift.key();
        drift.billing();
        drift.encryption();
        declared.globalIndexes().forEach(index -> live.globalIndex(index.name())
                .filter(other -> !other.isGoing())
                .ifPresent(other -> drift.index(index, other.definition())));
        return drift.found;
    }

    private void status() {
        DynamoObstacles.ofState(live).ifPresent(reason -> found.add(new Drift(
                table(), Drift.Kind.INVALID, "status", "ACTIVE", live.status().name(), reason)));
    }

    private void key() {
        compareKeys(
                table(),
                DynamoKey.declared(declared.key(), declared),
                DynamoKey.live(live.key(), live),
                TABLE_KEY_ADVICE);
    }

    private void billing() {
        if (sameMode(declared.billing(), live.billing())) {
            compare(table(), "capacity", show(declared.billing()), show(live.billing()), THROUGHPUT_ADVICE);
        } else {
            String advice = "switch the billing mode with UpdateTable, or make the schema say what is live";
            compare(table(), "billing", show(declared.billing()), show(live.billing()), advice);
        }
    }

    private void encryption() {
        String advice =
                "change the key with UpdateTable (four times a day at most), or make the schema say what is live";
        switch (live.encryption()) {
            case LiveEncryption.NotReported() -> {}
            case LiveEncryption.AwsOwned() ->
                compare(table(), "encryption", show(declared.encryption()), "a key that AWS owns", advice);
            case LiveEncryption.AccountKey(String arn) -> {
                if (declared.encryption() != Encryption.AWS_MANAGED) {
                    compare(table(), "encryption", show(declared.encryption()), "the key " + arn, advice);
                }
            }
        }
    }

    private void index(GlobalIndex index, GlobalIndex other) {
        Subject subject = Subject.on(GLOBAL_INDEX, index.name(), declared.name());
        compareKeys(
                subject,
                DynamoKey.declared(index.key(), declared),
                DynamoKey.live(other.key(), live),
                INDEX_ADVICE);
        if (!sameProjection(index.projection(), other.projection())) {
            compare(subject, "projection", show(index.projection()), show(other.projection()), INDEX_ADVICE);
        }
        if (sameMode(declared.billing(), live.billing()) && !Objects.equals(index.throughput(), other.throughput())) {
            compare(
                    subject,
                    "capacity",
                    DynamoWords.throughput(index.throughput()),
                    DynamoWords.throughput(other.throughput()),
                    THROUGHPUT_ADVICE);
        }
    }

    private void compareKeys(Subject subject, DynamoKey wanted, DynamoKey actual, String advice) {
        if (!wanted.equals(actual)) {
            compare(subject, "key", wanted.display(), actual.display(), advice);
        }
    }

    private void compare(Subject subject, String aspect, String wanted, String actual, String advice) {
        if (!wanted.equals(actual)) {
            found.add(new Drift(subject, Drift.Kind.DIFFERENT, aspect, wanted, actual, advice));
        }
    }

    private Subject table() {
        return Subject.of(DYNAMODB_TABLE, declared.name());
    }

    static boolean sameMode(Billing one, Billing other) {
        return one.getClass() == other.getClass();
    }

    private static boolean sameProjection(Projection one, Projection other) {
        return one instanceof Projection.Include(List<String> names)
                && other instanceof Projection.Include(List<String> others)
                        ? Set.copyOf(names).equals(Set.copyOf(others))
                        : one.equals(other);
    }

    private static String show(Billing billing) {
        return DynamoWords.billing(billing);
    }

    private static String show(Encryption encryption) {
        return DynamoWords.encryption(encryption);
    }

    private static String show(Projection projection) {
        return DynamoWords.projection(projection);
    }
}
