package dev.plinth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.InitializerEvent.RunFinished;
import dev.plinth.InitializerEvent.RunStarted;
import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.StoreStarted;
import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializerListenerTest {

    private static final Schema SCHEMA = Samples.schema();

    private final List<InitializerEvent> events = new ArrayList<>();

    @Test
    void aRunBeginsAndEndsWithEachStoreInBetween() {
        Report report =
                SchemaInitializer.of(SCHEMA).with(FakeStore.sql(), FakeStore.dynamo()).listener(events::add).apply();

        assertThat(events).containsExactly(
                new RunStarted(SCHEMA, Report.Verb.APPLY),
                new StoreStarted("postgres"),
                new StoreFinished(report.stores().get(0)),
                new StoreStarted("dynamodb"),
                new StoreFinished(report.stores().get(1)),
                new RunFinished(report));
    }

    @Test
    void aStoreThatThrowsEndsLikeAnyOther() {
        SchemaInitializer initializer = SchemaInitializer.of(SCHEMA)
                .with(FakeStore.sql().throwing(new StoreException("postgres: gone", null)), FakeStore.dynamo())
                .listener(events::add);

        assertThatThrownBy(initializer::verify).isInstanceOf(VerifyException.class);

        assertThat(events).hasSize(6);
        assertThat(events.get(2)).isInstanceOfSatisfying(StoreFinished.class,
                finished -> assertThat(finished.report().failures()).containsExactly("postgres: gone"));
        assertThat(events.getLast()).isInstanceOf(RunFinished.class);
    }

    @Test
    void aPlanIsNotToldOf() {
        SchemaInitializer.of(SCHEMA).with(FakeStore.sql()).listener(events::add).plan();

        assertThat(events).isEmpty();
    }

    @Test
    void aListenerThatThrowsBreaksNothingAndIsNoted() {
        Report report = SchemaInitializer.of(SCHEMA)
                .with(FakeStore.sql(), FakeStore.dynamo())
                .listener(new Broken())
                .listener(events::add)
                .apply();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.notes()).containsExactly("the listener dev.plinth.InitializerListenerTest$Broken threw "
                + "java.lang.NoClassDefFoundError at RunStarted; the run went on");
        assertThat(events).hasSize(6);
    }

    private static final class Broken implements InitializerListener {
        @Override
        public void on(InitializerEvent event) {
            throw new NoClassDefFoundError("io/example/Metrics");
        }
    }
}
