package dev.plinth.test.dynamo;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;
import software.amazon.awssdk.services.dynamodb.model.WitnessStatus;

/** UpdateTable without indexes, and what DescribeTable then tells. */
final class FakeUpdates {

    private static final Duration REPLICATION = Duration.ofSeconds(30);
    private static final WarmThroughput INITIAL =
            WarmThroughput.builder().readUnitsPerSecond(12_000L).writeUnitsPerSecond(4_000L).build();

    private FakeUpdates() {}

    static UpdateTableResponse apply(FakeDynamoDb service, UpdateTableRequest request, long now) {
        String what = what(request);
        service.begin("UpdateTable", request.tableName() + " " + what);
        FakeSettings settings = service.settings(request.tableName());
        if (request.streamSpecification() != null && settings.stream != null) {
            throw FakeDynamoDb.error("ValidationException", "Table already has an enabled stream");
        }
        boolean protectedTwice =
                Boolean.TRUE.equals(request.deletionProtectionEnabled()) && settings.deletionProtection;
        settings.stream = request.streamSpecification() == null ? settings.stream : request.streamSpecification();
        settings.onDemand = request.onDemandThroughput() == null ? settings.onDemand : request.onDemandThroughput();
        settings.warm = request.warmThroughput() == null ? settings.warm : request.warmThroughput();
        settings.deletionProtection |= Boolean.TRUE.equals(request.deletionProtectionEnabled());
        request.replicaUpdates().forEach(replica -> settings.replicas.put(replica.create().regionName(), now));
        settings.strong |= request.multiRegionConsistency() == MultiRegionConsistency.STRONG;
        request.globalTableWitnessUpdates().forEach(witness -> settings.witness = witness.create().regionName());
        if (!protectedTwice) {
            // asked for twice it is one change
            service.accept("UpdateTable", request.tableName() + " " + what);
        }
        return UpdateTableResponse.builder().build();
    }

    /** The members besides the name of the table. */
    private static String what(UpdateTableRequest request) {
        List<String> members = request.sdkFields().stream()
                .filter(field -> field.getValueOrDefault(request) != null && !field.memberName().equals("TableName"))
                .filter(field -> !(field.getValueOrDefault(request) instanceof List<?> list && list.isEmpty()))
                .map(field -> field.memberName())
                .toList();
        return String.join("+", members);
    }

    static void describe(FakeSettings settings, TableDescription.Builder table, long now) {
        WarmThroughput warm = settings.warm == null ? INITIAL : settings.warm;
        table.deletionProtectionEnabled(settings.deletionProtection)
                .streamSpecification(settings.stream)
                .onDemandThroughput(settings.onDemand)
                .warmThroughput(to -> to.readUnitsPerSecond(warm.readUnitsPerSecond())
                        .writeUnitsPerSecond(warm.writeUnitsPerSecond()));
        if (!settings.replicas.isEmpty()) {
            table.multiRegionConsistency(
                    settings.strong ? MultiRegionConsistency.STRONG : MultiRegionConsistency.EVENTUAL)
                    .replicas(settings.replicas.entrySet().stream()
                            .map(replica -> ReplicaDescription.builder()
                                    .regionName(replica.getKey())
                                    .replicaStatus(now < replica.getValue() + REPLICATION.toNanos()
                                            ? ReplicaStatus.CREATING
                                            : ReplicaStatus.ACTIVE)
                                    .build())
                            .toList());
        }
        if (!settings.witness.isEmpty()) {
            table.globalTableWitnesses(
                    witness -> witness.regionName(settings.witness).witnessStatus(WitnessStatus.ACTIVE));
        }
    }
}
