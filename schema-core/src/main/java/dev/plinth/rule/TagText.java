package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Tag;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The key of a tag has 1 to 128 characters and does not begin with {@code aws:}; its value has up to 256.
  */
final class TagText implements DynamoTableRule {

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    @Override
    public DynamoPage source() {
        return DynamoPage.TAGS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.settings().tags().stream().flatMap(it -> Stream.concat(key(table, it), value(table, it)));
    }

    private Stream<Problem> key(DynamoTable table, Tag tag) {
        int length = length(tag.key());
        if (length < 1 || length > MAX_KEY) {
            String message = "the key of the tag \"" + tag.key() + "\" has " + length
                    + " characters, and DynamoDB allows 1 to " + MAX_KEY;
            return Stream.of(error(table.name(), message, "Choose another key."));
        }
        return tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")
                ? Stream.of(error(
                        table.name(),
                        "the key of the tag \"" + tag.key() + "\" begins with aws:, which AWS keeps for itself",
                        "Choose another key."))
                : Stream.empty();
    }

    private Stream<Problem> value(DynamoTable table, Tag tag) {
        int length = length(tag.value());
        return length <= MAX_VALUE
                ? Stream.empty()
                : Stream.of(error(
                        table.name(),
                        "the value of the tag \"" + tag.key() + "\" has " + length
                                + " characters, and DynamoDB allows " + MAX_VALUE,
                        "Shorten it."));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
