package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.LocalIndex;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local index with the sort key of the table, or of another index that projects the same, is paid for and answers nothing
 * new.
  */
final class RedundantLocalIndex implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.LOCAL_INDEXES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.localIndexes().stream().flatMap(index -> check(table, index));
    }

    private Stream<Problem> check(DynamoTable table, LocalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        if (table.key().sortKey().contains(index.sortKey())) {
            return Stream.of(
                    warning(subject, "has the same sort key as the table", "Drop it and query the table."));
        }
        List<LocalIndex> all = table.localIndexes();
        return all.subList(0, all.indexOf(index)).stream()
                .filter(it -> it.sortKey().equals(index.sortKey()) && it.projection().equals(index.projection()))
                .limit(1)
                .map(it -> warning(
                        subject, "has the same sort key and projection as " + it.name(), "Drop one of the two."));
    }
}
