package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs where there is no actuator, no web, no JPA and no AWS SDK: see the execution of that name in the pom. */
@Tag("least-class-path")
class LeastClassPathTest {

    @Test
    void appliesWithoutAnythingThatIsOptional() {
        TestDatabase database = TestDatabase.create();
        Runner.whole(database).withBean("schema", Schema.class, () -> Shop.ITEMS).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean("plinthEndpoint").doesNotHaveBean("plinthDynamoSource");
            assertThat(database.tables()).containsExactly("item");
        });
    }
}
