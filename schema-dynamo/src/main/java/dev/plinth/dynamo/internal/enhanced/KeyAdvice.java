package dev.plinth.dynamo.internal.enhanced;

import dev.plinth.model.dynamo.KeySchema;
import java.util.ArrayList;
import java.util.List;

/** What to write so that a mapped class has a key; the tags of a static schema have the same words. */
final class KeyAdvice {

    private static final List<String> ORDERS = List.of("FIRST", "SECOND", "THIRD", "FOURTH");

    private KeyAdvice() {}

    static String primary(KeySchema key) {
        List<String> words = new ArrayList<>();
        key.partitionKey().forEach(name -> words.add("@DynamoDbPartitionKey on " + name));
        key.sortKey().forEach(name -> words.add("@DynamoDbSortKey on " + name));
        return "write " + String.join(", ", words);
    }

    static String global(String index, KeySchema key) {
        List<String> words = new ArrayList<>();
        add(words, "@DynamoDbSecondaryPartitionKey", index, key.partitionKey());
        add(words, "@DynamoDbSecondarySortKey", index, key.sortKey());
        return "write " + String.join(", ", words);
    }

    /** A local index has no partition key of its own in a table schema: this is how the Enhanced client tells it. */
    static String local(String index, String sortKey) {
        List<String> words = new ArrayList<>();
        add(words, "@DynamoDbSecondarySortKey", index, List.of(sortKey));
        return "write " + words.get(0) + " and no @DynamoDbSecondaryPartitionKey for it";
    }

    private static void add(List<String> words, String annotation, String index, List<String> attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            String order =
                    attributes.size() == 1 ? "" : ", order = Order." + ORDERS.get(Math.min(i, ORDERS.size() - 1));
            words.add(annotation + "(indexNames = \"" + index + "\"" + order + ") on " + attributes.get(i));
        }
    }
}
