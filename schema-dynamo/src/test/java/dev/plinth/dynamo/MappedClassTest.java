package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Mapped classes of an application beside the declared table. */
class MappedClassTest {

    private static final DynamoTable EVENTS = dynamoTable("Events", t -> {
        var user = t.string("user");
        var day = t.string("day");
        var kind = t.string("kind");
        t.partitionKey(user).sortKey(t.number("at"));
        t.localIndex("by-weight").sortKey(t.number("weight"));
        t.globalIndex("by-day").partitionKey(day, kind).sortKey(user);
    });

    /** As the table is. */
    @DynamoDbBean
    public static class Event {
        private String user = "";
        private long at;
        private String day = "";
        private String kind = "";
        private int weight;

        @DynamoDbPartitionKey
        @DynamoDbSecondarySortKey(indexNames = "by-day")
        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }

        @DynamoDbSortKey
        public long getAt() {
            return at;
        }

        public void setAt(long at) {
            this.at = at;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by-day", order = Order.FIRST)
        public String getDay() {
            return day;
        }

        public void setDay(String day) {
            this.day = day;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by-day", order = Order.SECOND)
        public String getKind() {
            return kind;
        }

        public void setKind(String kind) {
            this.kind = kind;
        }

        @DynamoDbSecondarySortKey(indexNames = "by-weight")
        public int getWeight() {
            return weight;
        }

        public void setWeight(int weight) {
            this.weight = weight;
        }
    }

    /** Wrong in everything that can be wrong. */
    @DynamoDbBean
    public static class Wrong {
        private String at = "";
        private String day = "";
        private String kind = "";
        private String user = "";
        private int weight;

        @DynamoDbPartitionKey
        public String getAt() {
            return at;
        }

        public void setAt(String at) {
            this.at = at;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = {"by-day", "by-date"}, order = Order.SECOND)
        public String getDay() {
            return day;
        }

        public void setDay(String day) {
            this.day = day;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = {"by-day", "by-date"}, order = Order.FIRST)
        public String getKind() {
            return kind;
        }

        public void setKind(String kind) {
            this.kind = kind;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by-weight")
        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }

        @DynamoDbSecondarySortKey(indexNames = "by-weight")
        public int getWeight() {
            return weight;
        }

        public void setWeight(int weight) {
            this.weight = weight;
        }
    }

    @Test
    void a_class_that_fits_is_written_and_found() {
        var client = DynamoDbLocal.client("mapped");
        DynamoStore.of(client).tablePrefix("dev-").apply(Tables.of(EVENTS), Tables.soon());
        var events = DynamoSchemas.table(
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(),
                EVENTS,
                TableNames.asDeclared().prefix("dev-"),
                TableSchema.fromBean(Event.class));
        Event event = new Event();
        event.setUser("u-1");
        event.setAt(7);
        event.setDay("monday");
        event.setKind("click");
        events.putItem(event);

        Key key = Key.builder().partitionValue("u-1").sortValue(7).build();
        assertThat(events.getItem(key).getAt()).isEqualTo(7);
    }

    @Test
    void every_difference_is_named_with_what_to_write() {
        assertThatThrownBy(() -> DynamoSchemas.check(EVENTS, TableSchema.fromBean(Wrong.class))).hasMessage("""
                DynamoDB table Events, Wrong: key: the table has user (HASH), at (RANGE), the class at (HASH); write\
                 @DynamoDbPartitionKey on user, @DynamoDbSortKey on at
                DynamoDB table Events, Wrong: index by-date on kind (HASH), day (HASH): the table has no index of that name; it\
                 has by-weight, by-day; use one of these, or declare globalIndex("by-date")
                DynamoDB table Events, Wrong: index by-day: the table has day (HASH), kind (HASH), user (RANGE), the class\
                 kind (HASH), day (HASH); write @DynamoDbSecondaryPartitionKey(indexNames = "by-day", order = Order.FIRST) on\
                 day, @DynamoDbSecondaryPartitionKey(indexNames = "by-day", order = Order.SECOND) on kind,\
                 @DynamoDbSecondarySortKey(indexNames = "by-day") on user
                DynamoDB table Events, Wrong: index by-weight: it is a local one in the table, and a partition key of its own\
                 makes it a global one for the Enhanced client; write @DynamoDbSecondarySortKey(indexNames = "by-weight") on\
                 weight and no @DynamoDbSecondaryPartitionKey for it
                DynamoDB table Events, Wrong: attribute at: the table has a number (N), the class S; give it a Java type that is\
                 stored as a number""");
    }

    /** A static schema with the key of the table, and with one index. */
    private static TableSchema<Event> half(String index, String partitionKey, String sortKey) {
        var schema = TableSchema.builder(Event.class)
                .newItemSupplier(Event::new)
                .addAttribute(
                        String.class,
                        a -> a.name("user").getter(Event::getUser).setter(Event::setUser)
                                .tags(StaticAttributeTags.primaryPartitionKey()))
                .addAttribute(
                        Long.class,
                        a -> a.name("at").getter(Event::getAt).setter(Event::setAt)
                                .tags(StaticAttributeTags.primarySortKey()))
                .addAttribute(String.class, a -> a.name(sortKey).getter(Event::getDay).setter(Event::setDay)
                        .tags(StaticAttributeTags.secondarySortKey(index)));
        if (!partitionKey.isEmpty()) {
            schema.addAttribute(String.class, a -> a.name(partitionKey).getter(Event::getKind).setter(Event::setKind)
                    .tags(StaticAttributeTags.secondaryPartitionKey(index)));
        }
        return schema.build();
    }

    private static final DynamoTable TWO = dynamoTable("Two", t -> {
        var day = t.string("day");
        t.partitionKey(t.string("user")).sortKey(t.number("at"));
        t.localIndex("by-kind").sortKey(t.string("kind"));
        t.globalIndex("by-day").partitionKey(t.string("weight")).sortKey(day);
    });

    @Test
    void classes_of_one_table_share_its_indexes() {
        TableSchema<Event> kinds = half("by-kind", "", "kind");
        TableSchema<Event> days = half("by-day", "weight", "day");

        assertThatCode(() -> DynamoSchemas.check(TWO, kinds, days)).doesNotThrowAnyException();
        assertThatThrownBy(() -> DynamoSchemas.check(TWO, days)).hasMessage(
                "DynamoDB table Two, index by-kind: no class has it; write @DynamoDbSecondarySortKey(indexNames ="
                        + " \"by-kind\") on kind and no @DynamoDbSecondaryPartitionKey for it");
        assertThatThrownBy(() -> DynamoSchemas.check(TWO, kinds)).hasMessage(
                "DynamoDB table Two, index by-day: no class has it; write @DynamoDbSecondaryPartitionKey(indexNames ="
                        + " \"by-day\") on weight, @DynamoDbSecondarySortKey(indexNames = \"by-day\") on day");
    }

    @Test
    void a_global_index_without_a_partition_key_and_a_local_one_on_another_attribute() {
        assertThatThrownBy(() -> DynamoSchemas.check(TWO, half("by-day", "", "day"), half("by-kind", "", "day")))
                .hasMessage(
                        """
                        DynamoDB table Two, Event: index by-day: it is a global one in the table, and without a partition key of\
                         its own it is a local one for the Enhanced client; write\
                         @DynamoDbSecondaryPartitionKey(indexNames = "by-day") on weight,\
                         @DynamoDbSecondarySortKey(indexNames = "by-day") on day
                        DynamoDB table Two, Event: index by-kind: the table has kind (RANGE), the class day (RANGE); write\
                         @DynamoDbSecondarySortKey(indexNames = "by-kind") on kind and no @DynamoDbSecondaryPartitionKey for it""");
    }

    @Test
    void what_is_handed_out_always_fits() {
        for (DynamoTable table : List.of(EVENTS, TWO, Tables.REPORTS, Tables.COUNTERS, RichTables.ORDERS)) {
            assertThatCode(() -> DynamoSchemas.check(table, DynamoSchemas.tableSchema(table)))
                    .doesNotThrowAnyException();
        }
    }
}
