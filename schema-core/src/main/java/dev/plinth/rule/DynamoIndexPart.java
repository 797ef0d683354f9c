package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the three kinds of index of a DynamoDB table have in common.
 *
 * @param held the attributes that the index has whatever it projects: its keys, those of the table, a vector and filters
 * @param counted how many of them count for the limit of projected attributes
 */
record DynamoIndexPart(String subject, String name, Projection projection, Set<String> held, int counted) {

    /** Local, global and vector indexes, in this order. */
    static Stream<DynamoIndexPart> of(DynamoTable table) {
        return Stream.of(
                table.localIndexes().stream()
                        .map(it -> of(table, it.name(), it.projection(), List.of(it.sortKey()), 0)),
                table.globalIndexes().stream()
                        .map(it -> of(table, it.name(), it.projection(), it.key().attributes(), 0)),
                table.vectorIndexes().stream().map(it -> ofVector(table, it)))
                .flatMap(it -> it);
    }

    private static DynamoIndexPart ofVector(DynamoTable table, VectorIndex index) {
        List<String> own = new ArrayList<>(index.searchAttributes());
        own.add(index.vectorAttribute());
        int counted = index.projection() instanceof Projection.All ? 0 : 1 + index.filterAttributes().size();
        return of(table, index.name(), index.projection(), own, counted);
    }

    private static DynamoIndexPart of(
            DynamoTable table, String name, Projection projection, List<String> own, int counted) {
        Set<String> held = new HashSet<>(table.key().attributes());
        held.addAll(own);
        return new DynamoIndexPart(DynamoTableRule.part(table, name), name, projection, held, counted);
    }

    /** The attributes that the index includes; none where it projects otherwise. */
    List<String> included() {
        return projection instanceof Projection.Include include ? include.nonKeyAttributes() : List.of();
    }
}
