package dev.plinth.examples.service;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many orders are open, now and when the service started: the table is there already when this bean is made. */
@RestController
final class OpenOrders {

    /** What the resource answers. */
    record Count(long now, long atStart) {}

    private final JdbcClient database;
    private final long atStart;

    OpenOrders(JdbcClient database) {
        this.database = database;
        this.atStart = count(database);
    }

    @GetMapping("/orders/open")
    Count open() {
        return new Count(count(database), atStart);
    }

    private static long count(JdbcClient database) {
        return database.sql("SELECT count(*) FROM orders WHERE state = 'open'").query(Long.class).single();
    }
}
