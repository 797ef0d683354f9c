package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the resources are called within a template: letters and digits. {@code user-sessions} is {@code UserSessionsTable}.
 *
 * @param own ids for tables that are not to have the derived one
 */
record LogicalIds(Map<String, String> own) {

    String of(DynamoTable table) {
        String named = own.get(table.name());
        return named == null ? words(table.name()) + "Table" : named;
    }

    /** Each word of a name with a capital, and nothing between them. */
    static String words(String name) {
        return Stream.of(name.split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
