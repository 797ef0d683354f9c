package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Tag;
import java.util.stream.Stream;

/** A table has a tag once. */
final class DuplicateTag implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.TAGS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Duplicates.of(table.settings().tags().stream().map(Tag::key).toList()).stream()
                .map(key -> error(table.name(), "has the tag \"" + key + "\" twice", "Say it once."));
    }
}
