package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import java.util.stream.Stream;

/**
 * A vector has 1 to 4096 dimensions, the same number in each index of its attribute.
  */
final class VectorDimensions implements DynamoTableRule {

    private static final int MAX = 4096;

    @Override
    public DynamoPage source() {
        return DynamoPage.VECTOR_INDEX;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.vectorIndexes().stream()
                .flatMap(it -> Stream.concat(range(table, it), same(table, it)));
    }

    private Stream<Problem> range(DynamoTable table, VectorIndex index) {
        return index.dimensions() >= 1 && index.dimensions() <= MAX
                ? Stream.empty()
                : Stream.of(error(
                        DynamoTableRule.part(table, index.name()),
                        "has " + index.dimensions() + " dimensions, and DynamoDB allows 1 to " + MAX,
                        "Change vectorAttribute(...)."));
    }

    private Stream<Problem> same(DynamoTable table, VectorIndex index) {
        List<VectorIndex> all = table.vectorIndexes();
        return all.subList(0, all.indexOf(index)).stream()
                .filter(it -> it.vectorAttribute().equals(index.vectorAttribute()))
                .filter(it -> it.dimensions() != index.dimensions())
                .limit(1)
                .map(it -> error(
                        DynamoTableRule.part(table, index.name()),
                        "has " + index.dimensions() + " dimensions, and " + it.name() + " has " + it.dimensions()
                                + " of the same attribute",
                        "Say the same number in both."));
    }
}
