package com.acme.shop;

import dev.plinth.postgres.PostgresDdl;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShopSchemaTest {

    @Test
    void theSqlIsTheOneThatWasReviewed() {
        Snapshot.in(Path.of("src/test/snapshots"))
                .file("shop.sql", PostgresDdl.plain(), ShopSchema.SCHEMA)
                .verify();
    }
}
