package dev.plinth;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.AWS_OWNED;
import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.DOT_PRODUCT;
import static dev.plinth.dsl.SchemaDsl.EVENTUAL;
import static dev.plinth.dsl.SchemaDsl.KEYS_ONLY;
import static dev.plinth.dsl.SchemaDsl.NEW_IMAGE;
import static dev.plinth.dsl.SchemaDsl.STANDARD;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
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
    void unfinishedIndexes() {
        refused(
                t -> t.localIndex("by-at").projectAll(),
                "t.localIndex(\"by-at\")",
                "Reports: localIndex(\"by-at\") begun at DynamoMisuseTest.java:LINE is unfinished."
                        + " Add .sortKey(attribute).");
        refused(
                t -> t.vectorIndex("alike").distanceFunction(COSINE),
                "t.vectorIndex(\"alike\")",
                "Reports: vectorIndex(\"alike\") begun at DynamoMisuseTest.java:LINE is unfinished."
                        + " Add .vectorAttribute(attribute, dimensions).");
        refused(
                t -> t.vectorIndex("alike").vectorAttribute(t.list("v"), 3),
                "t.vectorIndex(\"alike\")",
                "Reports: vectorIndex(\"alike\") begun at DynamoMisuseTest.java:LINE is unfinished."
                        + " Add .distanceFunction(COSINE), EUCLIDEAN or DOT_PRODUCT.");
    }

    @Test
    void indexesOfAllKindsShareTheirNames() {
        refused(
                t -> {
                    t.globalIndex("by-at").partitionKey(t.number("at"));
                    t.localIndex("by-at");
                },
                "t.localIndex(\"by-at\");",
                "Reports.by-at: is already an index of this table. Rename one of the two, or drop it.");
        refused(
                t -> {
                    t.localIndex("by-at").sortKey(t.number("at"));
                    t.vectorIndex("by-at");
                },
                "t.vectorIndex(\"by-at\");",
                "Reports.by-at: is already an index of this table. Rename one of the two, or drop it.");
    }

    @Test
    void indexStatementsAreSaidOnce() {
        refused(
                t -> t.localIndex("by-at").sortKey(t.number("at")).sortKey(t.number("to")),
                ".sortKey(t.number(\"to\"))",
                "Reports: localIndex(\"by-at\") already says sortKey(at). Name all attributes in one call.");
        refused(
                t -> t.globalIndex("by-at").throughput(1, 2).throughput(1, 2),
                ".throughput(1, 2).throughput(1, 2)",
                "Reports: globalIndex(\"by-at\"): throughput was already set to 1, 2. Say it once.");
        refused(
                t -> t.globalIndex("by-at").scaleReads(1, 2, 70).scaleReads(1, 3, 70),
                ".scaleReads(1, 3, 70)",
                "Reports: globalIndex(\"by-at\"): scaleReads was already set to 1, 2, 70. Say it once.");
        refused(
                t -> t.globalIndex("by-at").contributorInsights().contributorInsights(THROTTLED_KEYS),
                ".contributorInsights(THROTTLED_KEYS)",
                "Reports: globalIndex(\"by-at\"): contributorInsights was already set to ACCESSED_AND_THROTTLED_KEYS."
                        + " Say it once.");
        refused(
                t -> t.vectorIndex("alike").distanceFunction(COSINE).distanceFunction(DOT_PRODUCT),
                ".distanceFunction(DOT_PRODUCT)",
                "Reports: vectorIndex(\"alike\"): distanceFunction was already set to COSINE. Say it once.");
        refused(
                t -> t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).vectorAttribute(t.list("w"), 3),
                ".vectorAttribute(t.list(\"w\"), 3)",
                "Reports: vectorIndex(\"alike\") already says vectorAttribute(v). Name all attributes in one call.");
    }

    @Test
    void settingsAreSaidOnce() {
        refused(
                t -> t.stream(NEW_IMAGE).stream(KEYS_ONLY),
                ".stream(KEYS_ONLY)",
                "Reports: stream was already set to NEW_IMAGE. Say it once.");
        refused(
                t -> t.tableClass(STANDARD).tableClass(STANDARD),
                ".tableClass(STANDARD).tableClass(STANDARD)",
                "Reports: tableClass was already set to STANDARD. Say it once.");
        refused(
                t -> t.encryption(customerManaged("k")).encryption(AWS_OWNED),
                ".encryption(AWS_OWNED)",
                "Reports: encryption was already set to customerManaged(\"k\"). Say it once.");
        refused(
                t -> t.deletionProtection().deletionProtection(),
                "deletionProtection()",
                "Reports: deletionProtection was already set to true. Say it once.");
        refused(
                t -> t.timeToLive(t.number("a")).timeToLive(t.number("b")),
                ".timeToLive(t.number(\"b\"))",
                "Reports: timeToLive was already set to a. Say it once.");
        refused(
                t -> t.pointInTimeRecovery().pointInTimeRecovery(7),
                ".pointInTimeRecovery(7)",
                "Reports: pointInTimeRecovery was already set to the default period. Say it once.");
        refused(
                t -> t.tag("team", "shop").tag("team", "stock"),
                ".tag(\"team\", \"stock\")",
                "Reports: tag team was already set to shop. Say it once.");
        refused(
                t -> t.resourcePolicy("{}").resourcePolicy("{ }"),
                ".resourcePolicy(\"{ }\")",
                "Reports: resourcePolicy was already set to another document. Say it once.");
        refused(
                t -> t.warmThroughput(1, 2).warmThroughput(3, 4),
                ".warmThroughput(3, 4)",
                "Reports: warmThroughput was already set to 1, 2. Say it once.");
        refused(
                t -> t.onDemandThroughput(1, 2).onDemandThroughput(3, 4),
                ".onDemandThroughput(3, 4)",
                "Reports: onDemandThroughput was already set to 1, 2. Say it once.");
        refused(
                t -> t.witness("eu-west-1").witness("eu-west-2"),
                ".witness(\"eu-west-2\")",
                "Reports: witness was already set to eu-west-1. Say it once.");
        refused(
                t -> t.multiRegionConsistency(STRONG).multiRegionConsistency(EVENTUAL),
                ".multiRegionConsistency(EVENTUAL)",
                "Reports: multiRegionConsistency was already set to STRONG. Say it once.");
    }

    @Test
    void capacityOfTheOtherBilling() {
        refusal(
                () -> dynamoTable("Reports", t -> t.provisioned(1, 1)
                        .onDemandThroughput(1, 1)
                        .partitionKey(t.string("id"))),
                "() -> dynamoTable(",
                "Reports: onDemandThroughput is for tables that are paid for per request."
                        + " Say it of a table that is billed so, or leave it out.");
        refusal(
                () -> dynamoTable("Reports", t -> t.scaleReads(1, 2, 70).partitionKey(t.string("id"))),
                "() -> dynamoTable(",
                "Reports: auto scaling is for tables with provisioned billing."
                        + " Say it of a table that is billed so, or leave it out.");
    }

    @Test
    void aBuilderLivesInsideItsLambda() {
        DynamoTableBuilder[] kept = new DynamoTableBuilder[1];
        dynamoTable("Reports", t -> kept[0] = t.partitionKey(t.string("id")));
        String message = "Reports: is already defined. Change it inside its dynamoTable(...) block.";
        refusal(() -> kept[0].tag("a", "b"), "kept[0].tag", message);
        refusal(() -> kept[0].replica("eu-west-2"), "kept[0].replica", message);
        refusal(() -> kept[0].kinesisDestination("arn"), "kept[0].kinesisDestination", message);
        refusal(() -> kept[0].localIndex("late"), "kept[0].localIndex", message);
        refusal(() -> kept[0].stream(NEW_IMAGE), "kept[0].stream", message);
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
