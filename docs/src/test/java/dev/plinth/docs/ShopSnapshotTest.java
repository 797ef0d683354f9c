package dev.plinth.docs;

import static java.util.stream.Collectors.toMap;

import dev.plinth.dynamo.DynamoRequest;
import dev.plinth.dynamo.DynamoRequests;
import dev.plinth.json.SchemaJson;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of docs/snapshots.md. */
class ShopSnapshotTest {

    @Test
    void sqlAndRequestsAreTheOnesThatWereReviewed() {
        Snapshot.in(Path.of("src/test/snapshots"))
                .file("shop.sql", PostgresDdl.plain(), Shop.SCHEMA)
                .files(DynamoRequests.of().render(Shop.SCHEMA).stream()
                        .collect(toMap(DynamoRequest::fileName, DynamoRequest::json)))
                .file("shop.json", SchemaJson::toJson, Shop.SCHEMA)
                .verify();
    }
}
