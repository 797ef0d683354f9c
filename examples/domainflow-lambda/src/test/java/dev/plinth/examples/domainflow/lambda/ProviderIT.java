package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged function behind the CDK's Provider framework: it returns or throws, and answers no URL. */
class ProviderIT {

    private static final String OTHER_ID = "schema-init:an-older-database:domainflow";

    @Test
    void createUpdateDelete() {
        Stage stage = Stage.empty();
        String id = "schema-init:" + stage.database() + ":domainflow";

        String create = onEvent(stage, Requests.ofFramework("Create"));
        String complete = isComplete(stage, Requests.of(Requests.ofFramework("Create"), id));
        String update = onEvent(stage, Requests.of(Requests.ofFramework("Update"), id));
        String move = onEvent(stage, Requests.of(Requests.ofFramework("Update"), OTHER_ID));
        // Nothing of the environment is needed to do nothing.
        Stage nowhere = stage.with("DB_HOST", "").with("DB_SECRET_ARN", "").with("AWS_REGION", "");
        String delete = onEvent(nowhere, Requests.of(Requests.ofFramework("Delete"), OTHER_ID));
        String deleted = isComplete(nowhere, Requests.of(Requests.ofFramework("Delete"), OTHER_ID));

        assertThat(stage.normal(stage.byHand().payload())).contains("\"complete\" : true");
        Snapshot.in(Path.of("src/test/snapshots/provider"))
                .file("create.json", create)
                .file("create-is-complete.json", complete)
                .file("update.json", update)
                .file("update-of-another-database.json", move)
                .file("delete.json", delete)
                .file("delete-is-complete.json", deleted)
                .verify();
    }

    @Test
    void isCompleteSaysNoWhileAnIndexIsMissing() throws Exception {
        Stage stage = Stage.empty();
        assertThat(stage.byHand().exitCode()).isZero();
        Stage.postgres().execute(stage.database(),
                "INSERT INTO tenants (tenant_name) VALUES ('one'); DROP INDEX idx_agents_enabled;");
        ObjectNode request = Requests.ofFramework("Update");
        String first;
        try (var blocker = Stage.postgres().connect(stage.database()); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            // An index cannot be built while this is open, and cannot be given up either.
            statement.execute("LOCK TABLE agent_definitions IN ROW EXCLUSIVE MODE");
            first = stage.normal(stage.invoke(IsCompleteHandler.class, request.toString(), "40").payload());
        }
        String second = isComplete(stage, request);

        assertThat(first).isEqualTo("""
                {
                  "IsComplete" : false
                }
                """);
        assertThat(second).contains("\"IsComplete\" : true");
    }

    private static String onEvent(Stage stage, ObjectNode request) {
        return stage.normal(stage.invoke(OnEventHandler.class, request.toString(), "600").payload());
    }

    private static String isComplete(Stage stage, ObjectNode request) {
        return stage.normal(stage.invoke(IsCompleteHandler.class, request.toString(), "600").payload());
    }
}
