package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application without the SDK module of Application Auto Scaling: the build takes it off the class path for a run of its own. */
@Tag("without-auto-scaling")
class WithoutAutoScalingTest {

    @Test
    void nothing_is_lost_but_auto_scaling_itself() {
        VirtualClock clock = new VirtualClock();
        DynamoStore store = DynamoStore.of(new FakeDynamoDb(clock)).sleeper(clock);

        StoreReport report = store.apply(
                Tables.of(dynamoTable("Orders", t -> {
                    t.partitionKey(t.string("id"));
                    t.provisioned(5, 5).scaleReads(5, 100, 70);
                })),
                Tables.soon());

        assertThatThrownBy(
                () -> Class
                        .forName("software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(report.steps()).extracting(Step::status).containsExactly(Step.Status.DONE, Step.Status.SKIPPED);
    }

    /** As frameworks do that hold a store as a bean. */
    @Test
    void a_framework_may_read_the_methods_of_a_store() {
        assertThat(DynamoStore.class.getDeclaredMethods()).extracting("name").contains("autoScaling");
    }
}
