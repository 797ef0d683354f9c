package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The table Reports for pairs: with the partition key {@code id}, and where a local index needs it the sort key {@code at}. */
final class DynamoTables {

    private DynamoTables() {}

    /** Two tables with the key {@code id} that differ in some statements. */
    static Pair pair(
            String title, Consumer<DynamoTableBuilder> bad, String expected, Consumer<DynamoTableBuilder> inside) {
        return Pair.of(title, () -> table(bad), expected, () -> table(inside));
    }

    /** The same statements with a number that is too much (or too little), and with one that is just right. */
    static <T> Pair limit(String title, BiConsumer<DynamoTableBuilder, T> statements, T bad, String expected,
            T inside) {
        return pair(title, t -> statements.accept(t, bad), expected, t -> statements.accept(t, inside));
    }

    /** A model that no DSL call makes. */
    static Pair handmade(
            String title, UnaryOperator<DynamoTable> bad, String expected, UnaryOperator<DynamoTable> inside) {
        return Pair.schemas(title, () -> unchecked(bad), expected, () -> unchecked(inside));
    }

    private static Schema unchecked(UnaryOperator<DynamoTable> change) {
        DynamoTable table = change.apply(table(t -> {}));
        return new Schema("test", List.of(), List.of(), List.of(), List.of(table), null);
    }

    static DynamoTable table(Consumer<DynamoTableBuilder> statements) {
        return dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            statements.accept(t);
        });
    }

    /** With the sort key {@code at}. */
    static DynamoTable sorted(BiConsumer<DynamoTableBuilder, AttributeHandle> statements) {
        return dynamoTable("Reports", t -> {
            AttributeHandle at = t.number("at");
            t.partitionKey(t.string("id")).sortKey(at);
            statements.accept(t, at);
        });
    }

    static AttributeHandle[] attributes(DynamoTableBuilder t, String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> t.string(name + i)).toArray(AttributeHandle[]::new);
    }

    /** All but the first. */
    static AttributeHandle[] rest(AttributeHandle... attributes) {
        return IntStream.range(1, attributes.length).mapToObj(i -> attributes[i]).toArray(AttributeHandle[]::new);
    }
}
