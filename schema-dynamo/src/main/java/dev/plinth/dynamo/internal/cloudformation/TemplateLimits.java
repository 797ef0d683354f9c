package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.List;

/** What a schema can say of a table and a template cannot: refused, since leaving it out would be another table. */
final class TemplateLimits {

    private static final int LONGEST_NAME = 255;

    private TemplateLimits() {}

    /** One line for each. */
    static List<String> of(DynamoTable table, int lengthOfName) {
        List<String> problems = new ArrayList<>();
        int destinations = table.settings().kinesisDestinations().size();
        if (destinations > 1) {
            problems.add(subject(table) + "it has " + destinations + " Kinesis destinations, and a table of"
                    + " CloudFormation has one; declare one, or let DynamoStore create the table");
        }
        if (lengthOfName > LONGEST_NAME) {
            problems.add(subject(table) + "its name has at least " + lengthOfName
                    + " characters; DynamoDB takes up to 255, so change the prefix or the suffix");
        }
        if (!table.settings().replication().isNone() && writesAreFixed(table)) {
            problems.add(subject(table) + "it has replicas and provisioned writes that do not scale, which"
                    + " CloudFormation cannot say; add scaleWrites(min, max, target) to it and to its indexes");
        }
        return problems;
    }

    private static boolean writesAreFixed(DynamoTable table) {
        return table.billing() instanceof Billing.Provisioned provisioned
                && (provisioned.autoScaling().writes() == null
                        || table.globalIndexes().stream()
                                .anyMatch(index -> index.capacity().autoScaling().writes() == null));
    }

    private static String subject(DynamoTable table) {
        return "DynamoDB table " + table.name() + ": ";
    }
}
