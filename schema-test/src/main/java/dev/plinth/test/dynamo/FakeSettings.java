package dev.plinth.test.dynamo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** What a table of the fake service has besides keys, indexes and billing. */
final class FakeSettings {

    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, String> insights = new LinkedHashMap<>();
    final Map<String, String> kinesis = new LinkedHashMap<>();
    final Map<String, Long> replicas = new LinkedHashMap<>();
    boolean deletionProtection;
    boolean strong;
    String witness = "";
    String timeToLive = "";
    String policy = "";

    @Nullable
    StreamSpecification stream;

    @Nullable
    OnDemandThroughput onDemand;

    @Nullable
    WarmThroughput warm;
}
