package dev.plinth.dsl;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import java.util.function.Consumer;

/**
 * The statements of one DynamoDB table. Lives inside the lambda of {@code dynamoTable(...)}. Attributes that no key
 * uses stay in the model, as documentation and for mapping.
 */
public final class DynamoTableBuilder {

    private final DynamoDraft draft;

    private DynamoTableBuilder(DynamoDraft draft) {
        this.draft = draft;
    }

    static DynamoTable build(String name, Consumer<DynamoTableBuilder> body) {
        DynamoDraft draft = new DynamoDraft(name);
        body.accept(new DynamoTableBuilder(draft));
        return draft.toModel();
    }

    /** The name of the table, without the prefix that a store may add. */
    public String name() {
        return draft.subject();
    }

    /** S. */
    public AttributeHandle string(String name) {
        return draft.attribute(name, AttributeType.STRING);
    }

    /** N. */
    public AttributeHandle number(String name) {
        return draft.attribute(name, AttributeType.NUMBER);
    }

    /** B. */
    public AttributeHandle binary(String name) {
        return draft.attribute(name, AttributeType.BINARY);
    }

    /** BOOL. */
    public AttributeHandle bool(String name) {
        return draft.attribute(name, AttributeType.BOOLEAN);
    }

    /** L. */
    public AttributeHandle list(String name) {
        return draft.attribute(name, AttributeType.LIST);
    }

    /** M. */
    public AttributeHandle map(String name) {
        return draft.attribute(name, AttributeType.MAP);
    }

    /** SS. */
    public AttributeHandle stringSet(String name) {
        return draft.attribute(name, AttributeType.STRING_SET);
    }

    /** NS. */
    public AttributeHandle numberSet(String name) {
        return draft.attribute(name, AttributeType.NUMBER_SET);
    }

    /** BS. */
    public AttributeHandle binarySet(String name) {
        return draft.attribute(name, AttributeType.BINARY_SET);
    }

    /** The HASH attribute; every table has one. */
    public DynamoTableBuilder partitionKey(AttributeHandle attribute) {
        draft.partitionKey = once("partitionKey", draft.partitionKey, draft.names(attribute));
        return this;
    }

    /** The RANGE attribute; a table without one has at most one item for each partition key. */
    public DynamoTableBuilder sortKey(AttributeHandle attribute) {
        draft.sortKey = once("sortKey", draft.sortKey, draft.names(attribute));
        return this;
    }

    private List<String> once(String word, List<String> earlier, List<String> names) {
        if (!earlier.isEmpty()) {
            String message = word + " was already set to " + String.join(", ", earlier);
            throw draft.refusal(message, "The key of a table has one " + word + " attribute.");
        }
        return names;
    }

    /** A global secondary index; go on with {@code partitionKey} and {@code sortKey}. */
    public GlobalIndexStatement globalIndex(String name) {
        return draft.globalIndex(name);
    }

    /** Paid for per request; the default. */
    public DynamoTableBuilder payPerRequest() {
        return billing(new Billing.PayPerRequest());
    }

    /** Paid for by provisioned throughput, at least 1 each; every index then needs a {@code throughput} too. */
    public DynamoTableBuilder provisioned(long readCapacityUnits, long writeCapacityUnits) {
        return billing(new Billing.Provisioned(new Throughput(readCapacityUnits, writeCapacityUnits)));
    }

    private DynamoTableBuilder billing(Billing wanted) {
        draft.requireOpen();
        if (draft.billing != null) {
            throw draft.refusal("billing was already set to " + spelling(draft.billing), "Say it once.");
        }
        draft.billing = wanted;
        return this;
    }

    private static String spelling(Billing billing) {
        return switch (billing) {
            case Billing.PayPerRequest perRequest -> "payPerRequest()";
            case Billing.Provisioned provisioned ->
                "provisioned(" + provisioned.throughput().readCapacityUnits() + ", "
                        + provisioned.throughput().writeCapacityUnits() + ")";
        };
    }

    /** The key that encrypts the table; {@code AWS_OWNED} where nothing is said. */
    public DynamoTableBuilder encryption(Encryption key) {
        draft.requireOpen();
        if (draft.encryption != null) {
            throw draft.refusal("encryption was already set to " + draft.encryption, "Say it once.");
        }
        draft.encryption = key;
        return this;
    }

    /** Continuous backups with point-in-time recovery. */
    public DynamoTableBuilder pointInTimeRecovery() {
        draft.requireOpen();
        draft.pointInTimeRecovery = true;
        return this;
    }

    /** Documentation that stays in the model. */
    public DynamoTableBuilder describe(String text) {
        draft.requireOpen();
        draft.description = text;
        return this;
    }
}
