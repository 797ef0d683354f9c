package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Projection;
import java.util.List;
import java.util.stream.Stream;

/**
 * INCLUDE names 1 to 20 different attributes an index and at most 100 a table, each time counted. In a vector index the vector
 * and each filter count as well; ALL counts nothing.
  */
final class ProjectionSize implements DynamoTableRule {

    private static final int OF_INDEX = 20;
    private static final int OF_TABLE = 100;

    @Override
    public DynamoPage source() {
        return DynamoPage.PROJECTION;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        List<DynamoIndexPart> indexes = DynamoIndexPart.of(table).toList();
        return Stream.concat(
                indexes.stream()
                        .filter(it -> it.projection() instanceof Projection.Include)
                        .flatMap(it -> ofIndex(it.subject(), it.included())),
                ofTable(table, indexes));
    }

    private Stream<Problem> ofIndex(String subject, List<String> included) {
        Stream<Problem> repeated = Duplicates.of(included).stream()
                .map(name -> error(
                        subject,
                        "projects " + name + " twice, and DynamoDB allows an attribute once",
                        "Name it once in projectInclude(...)."));
        return included.isEmpty() || included.size() > OF_INDEX
                ? Stream.concat(repeated, Stream.of(size(subject, included.size())))
                : repeated;
    }

    private Problem size(String subject, int size) {
        String message = "projects " + size + " attributes, and DynamoDB allows 1 to " + OF_INDEX + " an index";
        return error(subject, message, "Use projectAll() or projectKeysOnly(), or name other attributes.");
    }

    private Stream<Problem> ofTable(DynamoTable table, List<DynamoIndexPart> indexes) {
        int total = indexes.stream()
                .mapToInt(it -> it.included().size() + it.counted())
                .sum();
        return total <= OF_TABLE
                ? Stream.empty()
                : Stream.of(error(
                        table.name(),
                        "projects " + total + " attributes into its indexes, and DynamoDB allows " + OF_TABLE
                                + " a table",
                        "Use projectAll() on some of the indexes."));
    }
}
