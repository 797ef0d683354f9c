package dev.plinth.diff;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of DynamoDB tables in words, for drift. Equal texts mean equal parts, except for projections. */
final class DynamoWords {

    private DynamoWords() {}

    /** {@code string}, {@code number}, ... */
    static String type(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String billing(Billing billing) {
        return switch (billing) {
            case Billing.PayPerRequest() -> "PAY_PER_REQUEST";
            case Billing.Provisioned(Throughput throughput) -> "PROVISIONED, " + throughput(throughput);
        };
    }

    static String throughput(@Nullable Throughput throughput) {
        return throughput == null
                ? ""
                : throughput.readCapacityUnits() + " read and " + throughput.writeCapacityUnits()
                        + " write capacity units";
    }

    static String encryption(Encryption encryption) {
        return switch (encryption) {
            case AWS_OWNED -> "a key that AWS owns";
            case AWS_MANAGED -> "the AWS-managed key aws/dynamodb";
        };
    }

    /** Attributes are a set: in whatever order, they are shown in one. */
    static String projection(Projection projection) {
        return switch (projection) {
            case Projection.All() -> "ALL";
            case Projection.KeysOnly() -> "KEYS_ONLY";
            case Projection.Include(List<String> names) -> {
                List<String> sorted = names.stream().sorted().toList();
                yield "INCLUDE " + String.join(", ", sorted);
            }
        };
    }
}
