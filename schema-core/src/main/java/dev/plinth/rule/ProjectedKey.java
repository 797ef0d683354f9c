package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Keys of the table and of the index are projected anyway; naming them in INCLUDE uses up its limit of 20. */
final class ProjectedKey implements DynamoTableRule {

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.globalIndexes().stream().flatMap(index -> check(table, index));
    }

    private Stream<Problem> check(DynamoTable table, GlobalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        Set<String> keys = new HashSet<>(new KeyUse(subject, table.key(), true).attributes());
        keys.addAll(new KeyUse(subject, index.key(), false).attributes());
        return ProjectionSize.included(index).stream()
                .distinct()
                .filter(keys::contains)
                .map(name -> warning(
                        subject,
                        "projects " + name + ", which is a key and projected anyway",
                        "Leave it out of projectInclude(...)."));
    }
}
