package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables that are not what the schema says: reported, and left alone. */
class LocalDriftTest {

    private final Calls calls = new Calls();
    private final DynamoDbClient client;

    LocalDriftTest(TestInfo test) {
        client = DynamoDbLocal.client(test.getTestMethod().orElseThrow().getName().replace("_", ""), calls);
    }

    private static DynamoTable events(Consumer<DynamoTableBuilder> body) {
        return dynamoTable("Events", body);
    }

    /** Creates the live table, applies the declared one, and says what was found. */
    private StoreReport apply(DynamoTable live, DynamoTable declared) {
        DynamoStore store = DynamoStore.of(client);
        assertThat(store.apply(Tables.of(live), Tables.soon()).drift()).isEmpty();
        TableDescription before = client.describeTable(r -> r.tableName("Events")).table();
        calls.take();

        StoreReport report = store.apply(Tables.of(declared), Tables.soon());

        assertThat(calls.take()).containsExactly("DescribeTable");
        assertThat(client.describeTable(r -> r.tableName("Events")).table()).isEqualTo(before);
        return report;
    }

    private List<String> drift(DynamoTable live, DynamoTable declared) {
        return apply(live, declared).drift().stream().map(Drift::message).toList();
    }

    @Test
    void the_key_of_a_table() {
        assertThat(drift(
                events(t -> t.partitionKey(t.string("id"))),
                events(t -> t.partitionKey(t.string("id")).sortKey(t.number("at")))))
                .containsExactly(
                        "DynamoDB table Events: key: schema says id string (HASH), at number (RANGE), store has id"
                                + " string (HASH); the key of a table cannot be changed: declare the table under a new name and copy"
                                + " the items, or make the schema say what is live");
    }

    @Test
    void the_type_of_a_key() {
        assertThat(drift(
                events(t -> t.partitionKey(t.number("id"))), events(t -> t.partitionKey(t.string("id")))))
                .containsExactly(
                        "DynamoDB table Events: key: schema says id string (HASH), store has id number (HASH); the"
                                + " key of a table cannot be changed: declare the table under a new name and copy the items, or make"
                                + " the schema say what is live");
    }

    @Test
    void nothing_is_added_to_a_table_with_another_key() {
        StoreReport report = apply(
                events(t -> t.partitionKey(t.number("id"))), events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.string("user"));
                }));

        assertThat(report.steps(Step.Status.BLOCKED))
                .extracting(Step::describe)
                .containsExactly(
                        "global index by-user on Events: the live table has another key and may be somebody else's:"
                                + " nothing is added to it");
    }

    @Test
    void the_key_of_an_index() {
        assertThat(drift(
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.string("user"));
                }),
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.string("user")).sortKey(t.string("at"));
                })))
                .containsExactly(
                        "global index by-user on Events: key: schema says user string (HASH), at string (RANGE),"
                                + " store has user string (HASH); an index cannot be changed: declare it under a new name, and delete"
                                + " this one once nothing reads it");
    }

    @Test
    void the_order_of_a_key_of_several_attributes() {
        assertThat(drift(
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-ab").partitionKey(t.string("a"), t.string("b"));
                }),
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-ab").partitionKey(t.string("b"), t.string("a"));
                })))
                .containsExactly(
                        "global index by-ab on Events: key: schema says b string (HASH), a string (HASH), store has a"
                                + " string (HASH), b string (HASH); an index cannot be changed: declare it under a new name, and"
                                + " delete this one once nothing reads it");
    }

    @Test
    void the_projection_of_an_index() {
        assertThat(drift(
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.string("user")).projectKeysOnly();
                }),
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user")
                            .partitionKey(t.string("user"))
                            .projectInclude(t.string("note"), t.string("author"));
                })))
                .containsExactly(
                        "global index by-user on Events: projection: schema says INCLUDE author, note, store has"
                                + " KEYS_ONLY; an index cannot be changed: declare it under a new name, and delete this one once"
                                + " nothing reads it");
    }

    @Test
    void projected_attributes_have_no_order() {
        assertThat(drift(
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user")
                            .partitionKey(t.string("user"))
                            .projectInclude(t.string("note"), t.string("author"));
                }),
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user")
                            .partitionKey(t.string("user"))
                            .projectInclude(t.string("author"), t.string("note"));
                })))
                .isEmpty();
    }

    @Test
    void the_billing_mode() {
        assertThat(drift(
                events(t -> t.partitionKey(t.string("id")).provisioned(5, 5)),
                events(t -> t.partitionKey(t.string("id")))))
                .containsExactly(
                        "DynamoDB table Events: billing: schema says PAY_PER_REQUEST, store has PROVISIONED, 5 read"
                                + " and 5 write capacity units; switch the billing mode with UpdateTable, or make the schema say what"
                                + " is live");
    }

    @Test
    void the_capacity_of_a_table_and_of_an_index() {
        assertThat(drift(
                events(t -> {
                    t.partitionKey(t.string("id")).provisioned(5, 5);
                    t.globalIndex("by-user").partitionKey(t.string("user")).throughput(1, 1);
                }),
                events(t -> {
                    t.partitionKey(t.string("id")).provisioned(6, 5);
                    t.globalIndex("by-user").partitionKey(t.string("user")).throughput(1, 2);
                })))
                .containsExactly(
                        "DynamoDB table Events: capacity: schema says 6 read and 5 write capacity units, store"
                                + " has 5 read and 5 write capacity units; set the capacity with UpdateTable, or"
                                + " make the schema say what is live; where auto scaling moves it, declare that with"
                                + " scaleReads and scaleWrites",
                        "global index by-user on Events: capacity: schema says 1 read and 2 write capacity units, store has 1"
                                + " read and 1 write capacity units; set the capacity with UpdateTable, or make the schema say"
                                + " what is live; where auto scaling moves it, declare that with scaleReads and"
                                + " scaleWrites");
    }

    @Test
    void an_index_that_contradicts_the_live_types_is_blocked() {
        StoreReport report = apply(
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.number("user"));
                }),
                events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-owner").partitionKey(t.string("user"));
                }));

        assertThat(report.steps(Step.Status.BLOCKED))
                .extracting(Step::describe)
                .containsExactly(
                        "global index by-owner on Events: attribute user is string in the schema, and number in a key"
                                + " of the live table: an attribute has one type in all keys of a table");
    }

    @Test
    void an_index_on_a_table_with_another_billing_is_blocked() {
        StoreReport report = apply(
                events(t -> t.partitionKey(t.string("id")).provisioned(1, 1)), events(t -> {
                    t.partitionKey(t.string("id"));
                    t.globalIndex("by-user").partitionKey(t.string("user"));
                }));

        assertThat(report.steps(Step.Status.BLOCKED))
                .extracting(Step::detail)
                .containsExactly(
                        "billing is PAY_PER_REQUEST in the schema and PROVISIONED, 1 read and 1 write capacity units"
                                + " live, and the capacity of an index depends on it: settle the billing first");
    }
}
