package dev.plinth;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Misuse of the DSL of DynamoDB: the message, and the text of the line that the stack trace names first. */
class DynamoMisuseTest {

    private final AttributeHandle[] attribute = new AttributeHandle[1];

    @Test
    void dynamoMisuse() {
        refused(
                t -> {
                    t.partitionKey(t.string("id"));
                    t.number("id");
                },
                "t.number(\"id\")",
                "Reports.id: is already an attribute of this table."
                        + " Keep the handle of the first declaration and use it again.");
        refused(
                t -> t.partitionKey(t.string("a")).partitionKey(t.string("b")),
                ".partitionKey(t.string(\"b\"))",
                "Reports: partitionKey was already set to a. The key of a table has one partitionKey attribute.");
        refused(
                t -> t.provisioned(1, 2).payPerRequest(),
                ".payPerRequest()",
                "Reports: billing was already set to provisioned(1, 2). Say it once.");
        refused(
                t -> t.encryption(AWS_MANAGED).encryption(AWS_MANAGED),
                ".encryption(AWS_MANAGED)",
                "Reports: encryption was already set to AWS_MANAGED. Say it once.");
    }

    @Test
    void dynamoIndexMisuse() {
        dynamoTable("Sessions", t -> t.partitionKey(attribute[0] = t.string("id")));
        refused(
                t -> t.partitionKey(attribute[0]),
                "t.partitionKey(attribute[0])",
                "Reports: Sessions.id is an attribute of another table."
                        + " Use the handle that t.string(...) of this table returned.");
        refused(
                t -> {
                    t.globalIndex("by-id").partitionKey(t.string("id"));
                    t.globalIndex("by-id");
                },
                "t.globalIndex(\"by-id\");",
                "Reports.by-id: is already an index of this table. Rename one of the two, or drop it.");
        refused(
                t -> t.globalIndex("by-id").projectAll().projectKeysOnly(),
                ".projectKeysOnly()",
                "Reports: globalIndex(\"by-id\") already has its projection. Say it once.");
        refused(
                t -> t.globalIndex("by-id"),
                "t.globalIndex(\"by-id\")",
                "Reports: globalIndex(\"by-id\") begun at DynamoMisuseTest.java:LINE is unfinished."
                        + " Add .partitionKey(attribute).");
    }

    @Test
    void dynamoTableWithoutKey() {
        refusal(
                () -> dynamoTable("Reports", t -> t.string("id")),
                "() -> dynamoTable(",
                "Reports: has no partition key. Add t.partitionKey(t.string(\"...\")).");
    }

    private static void refused(Consumer<DynamoTableBuilder> body, String guilty, String message) {
        refusal(() -> dynamoTable("Reports", body), guilty, message);
    }

    private static void refusal(ThrowingCallable call, String guilty, String message) {
        GuiltyLine.assertRefused(DynamoMisuseTest.class, call, guilty, message);
    }
}
