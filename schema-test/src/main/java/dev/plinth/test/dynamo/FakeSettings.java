package dev.plinth.test.dynamo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a table has that other operations than UpdateTable set, and its copies. */
final class FakeSettings {

    /** Something that is on from a time on; until then it is on its way. */
    record Enabled(String value, long readyAt, boolean failed) {}

    final Map<String, String> tags = new LinkedHashMap<>();
    long tagsLockedUntil;

    String policy = "";
    long policyChangedAt = Long.MIN_VALUE / 2;
    int policyRevision;

    long protectionChangedAt = Long.MIN_VALUE / 2;

    String timeToLive = "";
    boolean timeToLiveIsOn;
    long timeToLiveChangedAt = Long.MIN_VALUE / 2;

    boolean recovery;
    int recoveryDays = 35;

    /** By index; the table itself has the empty name. */
    final Map<String, Enabled> insights = new TreeMap<>();
    /** By ARN of the stream. */
    final Map<String, Enabled> kinesis = new LinkedHashMap<>();
    /** By region, with the key. */
    final Map<String, Enabled> replicas = new TreeMap<>();
    final Map<String, Enabled> witnesses = new TreeMap<>();
    boolean strong;

    boolean isReplicating(long now) {
        return replicas.values().stream().anyMatch(replica -> now < replica.readyAt())
                || witnesses.values().stream().anyMatch(witness -> now < witness.readyAt());
    }
}
