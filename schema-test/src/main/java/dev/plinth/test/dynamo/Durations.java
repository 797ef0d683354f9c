package dev.plinth.test.dynamo;

import java.time.Duration;

/** How long the service takes for what, or does not let something be done again. Each is within what is seen in practice. */
final class Durations {

    /** A table without indexes that are built beside it takes 2 to 6 seconds. */
    static final Duration CREATION = Duration.ofSeconds(6);
    /** With such indexes, one or twenty, 14 to 22 seconds. */
    static final Duration CREATION_WITH_INDEXES = Duration.ofSeconds(18);
    static final Duration DELETION = Duration.ofSeconds(5);
    /** In the first seconds of its creation a table is there for DescribeTable alone. */
    static final Duration HIDDEN = Duration.ofSeconds(3);

    static final Duration ALLOCATION = Duration.ofSeconds(40);
    static final Duration FILLING = Duration.ofMinutes(9);
    static final Duration INDEX_DELETION = Duration.ofSeconds(20);

    static final Duration THROUGHPUT = Duration.ofSeconds(2);
    static final Duration STREAM = Duration.ofSeconds(5);
    static final Duration TABLE_CLASS = Duration.ofSeconds(5);
    static final Duration BILLING = Duration.ofSeconds(100);
    static final Duration ENCRYPTION = Duration.ofSeconds(60);
    static final Duration WARMING = Duration.ofMinutes(6);
    static final Duration REPLICATION = Duration.ofSeconds(30);

    static final Duration BACKUPS_OFF_LIMITS = Duration.ofSeconds(3);
    static final Duration TAG_LOCK = Duration.ofMillis(1700);
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);
    static final Duration TIME_TO_LIVE_COOLDOWN = Duration.ofMinutes(31);
    /** Of deletion protection and of the resource policy. */
    static final Duration COOLDOWN = Duration.ofSeconds(15);
    static final Duration INSIGHTS = Duration.ofSeconds(8);
    static final Duration KINESIS = Duration.ofSeconds(6);

    private Durations() {}
}
