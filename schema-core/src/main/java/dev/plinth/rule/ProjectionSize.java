package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Projection;
import java.util.List;
import java.util.stream.Stream;

/**
 * INCLUDE names 1 to 20 different attributes an index and at most 100 a table, each time counted.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
final class ProjectionSize implements DynamoTableRule {

    private static final int OF_INDEX = 20;
    private static final int OF_TABLE = 100;

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.concat(
                table.globalIndexes().stream()
                        .flatMap(it -> ofIndex(DynamoTableRule.part(table, it.name()), included(it), it)),
                ofTable(table));
    }

    /** The attributes that an index includes; none where it projects otherwise. */
    static List<String> included(GlobalIndex index) {
        return index.projection() instanceof Projection.Include include ? include.nonKeyAttributes() : List.of();
    }

    private Stream<Problem> ofIndex(String subject, List<String> included, GlobalIndex index) {
        if (!(index.projection() instanceof Projection.Include)) {
            return Stream.empty();
        }
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

    private Stream<Problem> ofTable(DynamoTable table) {
        int total = table.globalIndexes().stream()
                .mapToInt(it -> included(it).size())
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
