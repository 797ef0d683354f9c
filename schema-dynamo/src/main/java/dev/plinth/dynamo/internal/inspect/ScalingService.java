package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.LiveScaling;
import java.time.Duration;
import java.util.List;

/** Application Auto Scaling as a run over tables needs it. The types of its SDK module, which is optional, stay behind it. */
public interface ScalingService {

    /**
     * What scales of a table, in its declared places.
     *
     * @param again asks for this table alone; otherwise all tables of the run may have been asked for together before
     * @throws software.amazon.awssdk.core.exception.SdkException as the SDK throws it
     */
    List<LiveScaling> describe(String tableName, boolean again, Duration time);

    /**
     * Looks once more, and registers what is missing and only that.
     *
     * @return false where another scaling is there by now, which is left as it is
     * @throws software.amazon.awssdk.core.exception.SdkException as the SDK throws it
     */
    boolean register(RegisterAutoScaling change, String tableName, Duration time);
}
