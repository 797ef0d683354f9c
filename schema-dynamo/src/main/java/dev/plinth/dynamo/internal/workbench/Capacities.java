package dev.plinth.dynamo.internal.workbench;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.Throughput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a table is paid for. */
final class Capacities {

    private static final String BILLING_MODE = "BillingMode";
    private static final String SETTINGS = "ProvisionedCapacitySettings";
    private static final String THROUGHPUT = "ProvisionedThroughput";
    private static final String READ_UNITS = "ReadCapacityUnits";
    private static final String WRITE_UNITS = "WriteCapacityUnits";
    private static final String TARGET = "ScalableTargetRequest";
    private static final String POLICY = "ScalingPolicyConfiguration";
    private static final String ROLE = "ServiceRole";

    private Capacities() {}

    static Map<String, Object> write(Billing billing) {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (billing) {
            case Billing.PayPerRequest perRequest -> members.put(BILLING_MODE, "PAY_PER_REQUEST");
            case Billing.Provisioned(Throughput throughput, AutoScaling scaling) -> {
                members.put(BILLING_MODE, "PROVISIONED");
                members.put(SETTINGS, settings(throughput, scaling));
            }
        }
        return members;
    }

    private static Map<String, Object> settings(Throughput throughput, AutoScaling scaling) {
        Map<String, Object> units = new LinkedHashMap<>();
        units.put(READ_UNITS, throughput.readCapacityUnits());
        units.put(WRITE_UNITS, throughput.writeCapacityUnits());
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(THROUGHPUT, units);
        put(settings, "AutoScalingRead", scaling.reads());
        put(settings, "AutoScalingWrite", scaling.writes());
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable ScalingRange range) {
        if (range != null) {
            Map<String, Object> target = new LinkedHashMap<>();
            target.put("MinCapacity", range.minCapacity());
            target.put("MaxCapacity", range.maxCapacity());
            target.put(ROLE, "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable");
            Map<String, Object> scaling = new LinkedHashMap<>();
            scaling.put(TARGET, target);
            scaling.put(POLICY, Map.of("TargetValue", range.targetUtilization()));
            settings.put(name, scaling);
        }
    }

    /** Older models say nothing of billing; Workbench itself then takes what DynamoDB takes by itself. */
    static Billing read(Part table) {
        String mode = table.optionalText(BILLING_MODE).orElse("PAY_PER_REQUEST");
        return switch (mode) {
            case "PAY_PER_REQUEST" -> Billing.payPerRequest();
            case "PROVISIONED" -> table.object(SETTINGS, Capacities::provisioned);
            default -> throw table.problem("\"" + BILLING_MODE + "\" is \"" + mode
                    + "\" but must be PAY_PER_REQUEST or PROVISIONED");
        };
    }

    private static Billing provisioned(Part settings) {
        Throughput throughput = settings.object(
                THROUGHPUT, units -> new Throughput(units.whole(READ_UNITS), units.whole(WRITE_UNITS)));
        ScalingRange reads = settings.optionalObject("AutoScalingRead", Capacities::range).orElse(null);
        ScalingRange writes = settings.optionalObject("AutoScalingWrite", Capacities::range).orElse(null);
        return new Billing.Provisioned(throughput, new AutoScaling(reads, writes));
    }

    /** The role is always the one that AWS links to the service. */
    private static ScalingRange range(Part scaling) {
        long target = scaling.object(POLICY, policy -> policy.whole("TargetValue"));
        return scaling.object(TARGET, one -> {
            one.optionalText(ROLE);
            return new ScalingRange(one.whole("MinCapacity"), one.whole("MaxCapacity"), Math.toIntExact(target));
        });
    }
}
