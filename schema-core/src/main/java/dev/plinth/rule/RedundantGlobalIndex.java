package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.List;
import java.util.stream.Stream;

/** An index with the key of the table, or of another index that projects the same, is paid for and answers nothing new. */
final class RedundantGlobalIndex implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.GLOBAL_INDEXES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.globalIndexes().stream().flatMap(index -> check(table, index));
    }

    private Stream<Problem> check(DynamoTable table, GlobalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        if (index.key().equals(table.key())) {
            return Stream.of(warning(subject, "has the same key as the table", "Drop it and query the table."));
        }
        List<GlobalIndex> all = table.globalIndexes();
        return all.subList(0, all.indexOf(index)).stream()
                .filter(it -> it.key().equals(index.key()) && it.projection().equals(index.projection()))
                .limit(1)
                .map(it -> warning(
                        subject, "has the same key and projection as " + it.name(), "Drop one of the two."));
    }
}
