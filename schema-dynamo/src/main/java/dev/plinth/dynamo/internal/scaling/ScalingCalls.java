package dev.plinth.dynamo.internal.scaling;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.LiveScaling;
import dev.plinth.dynamo.internal.inspect.ScalingService;
import dev.plinth.dynamo.internal.render.ScalingRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/**
 * The calls of one run. The targets of all tables are asked for together, up to 50 in a call, when the first table is looked
 * at; the policies of what has a target come in one call each. Used by several threads.
 */
public final class ScalingCalls implements ScalingService {

    private final ScalingReader reader;
    private final ScalingWriter writer;
    private final Map<String, List<ScalableResource>> declared;
    private final Lock lock = new ReentrantLock();
    private @Nullable List<ScalableTarget> together;

    /**
     * @param declared what is declared to scale, by the names of the tables in the account
     */
    public ScalingCalls(ApplicationAutoScalingClient client, Map<String, List<ScalableResource>> declared) {
        this.reader = new ScalingReader(client);
        this.writer = new ScalingWriter(client);
        this.declared = Map.copyOf(declared);
    }

    @Override
    public List<LiveScaling> describe(String tableName, boolean again, Duration time) {
        List<ScalableResource> resources = declared.getOrDefault(tableName, List.of());
        return describe(resources, again ? reader.targets(resources, time) : together(time), time);
    }

    @Override
    public boolean register(RegisterAutoScaling change, String tableName, Duration time) {
        List<ScalableResource> resource = List.of(new ScalableResource(tableName, change.index()));
        Optional<LiveScaling> found = describe(resource, reader.targets(resource, time), time).stream()
                .filter(scaling -> scaling.dimension() == change.dimension())
                .findFirst();
        if (found.filter(scaling -> !scaling.policies().isEmpty() || !scaling.isWithin(change.range())).isPresent()) {
            return false;
        }
        if (found.isEmpty()) {
            writer.registerTarget(change, tableName, time);
        }
        writer.putPolicy(change, tableName, time);
        return true;
    }

    private List<LiveScaling> describe(
            List<ScalableResource> resources, List<ScalableTarget> targets, Duration time) {
        List<LiveScaling> all = new ArrayList<>();
        for (ScalableResource resource : resources) {
            List<ScalableTarget> own = targets.stream()
                    .filter(target -> Objects.equals(target.resourceId(), resource.id()))
                    .toList();
            if (!own.isEmpty()) {
                all.addAll(LiveScalings.of(resource, own, reader.policies(resource, time)));
            }
        }
        return all;
    }

    private List<ScalableTarget> together(Duration time) {
        lock.lock();
        try {
            if (together == null) {
                Set<ScalableResource> all = new HashSet<>();
                declared.values().forEach(all::addAll);
                together = reader.targets(all.stream().sorted().toList(), time);
            }
            return together;
        } finally {
            lock.unlock();
        }
    }

    /** What can be scaled: a table, or an index of it. */
    public record ScalableResource(String tableName, @Nullable String index) implements Comparable<ScalableResource> {

        String id() {
            return ScalingRequests.resourceId(tableName, index);
        }

        @Override
        public int compareTo(ScalableResource other) {
            return id().compareTo(other.id());
        }
    }
}
