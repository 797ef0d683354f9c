package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged function as a plain service token: the answers that reach the ResponseURL. */
class ServiceTokenIT {

    private static final Path SNAPSHOTS = Path.of("src/test/snapshots");
    private static final String OTHER_ID = "schema-init:an-older-database:domainflow";

    @Test
    void createUpdateDelete() throws IOException {
        Stage stage = Stage.empty();
        String id = "schema-init:" + stage.database() + ":domainflow";

        String create = answer(stage, "Create", "");
        String update = answer(stage, "Update", id);
        String move = answer(stage, "Update", OTHER_ID);
        Stage nowhere = stage.with("DB_HOST", "").with("DB_SECRET_ARN", "").with("AWS_REGION", "");
        String delete = answer(nowhere, "Delete", OTHER_ID);
        String failedUpdate = answer(nowhere, "Update", OTHER_ID);

        assertThat(stage.normal(stage.byHand().payload())).contains("\"complete\" : true");
        Snapshot.in(SNAPSHOTS.resolve("service-token"))
                .file("create.json", create)
                .file("update.json", update)
                .file("update-of-another-database.json", move)
                .file("update-without-settings.json", failedUpdate)
                .file("delete.json", delete)
                .verify();
    }

    @Test
    void aServiceThatHangsIsAnsweredForBeforeTheTimeRunsOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                ResponseServer responses = new ResponseServer(0, 200)) {
            Stage stage = Stage.empty()
                    .with("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://localhost:" + silent.getLocalPort());

            Stage.Invocation invocation =
                    stage.invoke(ServiceTokenHandler.class, request("Create", responses).toString(), "18");

            assertThat(responses.bodies()).hasSize(1);
            assertThat(stage.normal(responses.bodies().getFirst())).isEqualTo("""
                    {
                      "Status" : "FAILED",
                      "PhysicalResourceId" : "schema-init:DATABASE:domainflow",
                      "StackId" : "arn:aws:cloudformation:eu-central-1:123456789012:stack/stage/5b8f9e30",
                      "RequestId" : "1f4c8a1e-0d1c-4d5e-9d9e-1c8d2f5c8a11",
                      "LogicalResourceId" : "Schema",
                      "Reason" : "the time of the function ran out, and what it did was not over; what was created stays. \
                    The log says how far it got. Give it more time or deploy again, it goes on where this run stopped"
                    }
                    """);
            assertThat(invocation.payload()).isEqualTo("""
                    {"errorMessage":"Task timed out after 18.00 seconds"}
                    """);
        }
    }

    @Test
    void whatIsPendingIsNamedAndIsAFailureWhereThatIsWanted() throws Exception {
        Stage stage = Stage.empty();
        assertThat(stage.byHand().exitCode()).isZero();
        Stage.postgres().execute(stage.database(),
                "INSERT INTO tenants (tenant_name) VALUES ('one'); DROP INDEX idx_agents_enabled;");
        try (var blocker = Stage.postgres().connect(stage.database());
                var statement = blocker.createStatement();
                ResponseServer responses = new ResponseServer(0, 200)) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE agent_definitions IN ROW EXCLUSIVE MODE");
            ObjectNode update =
                    Requests.of(request("Update", responses), "schema-init:" + stage.database() + ":domainflow");
            stage.invoke(ServiceTokenHandler.class, update.toString(), "40");
            stage.invoke(ServiceTokenHandler.class, Requests.failOn(update, "pending").toString(), "40");
            Snapshot.in(SNAPSHOTS.resolve("pending"))
                    .file("named.json", timeless(stage.normal(responses.bodies().get(0))))
                    .file("fail-on-of-the-resource.json", timeless(stage.normal(responses.bodies().get(1))))
                    .verify();
        }
    }

    @Test
    void theAnswerIsSentAgainWhereItWasNotTaken() throws IOException {
        Stage stage = Stage.empty();
        try (ResponseServer responses = new ResponseServer(2, 503)) {
            ObjectNode delete = Requests.of(request("Delete", responses), OTHER_ID);
            assertThat(stage.invoke(ServiceTokenHandler.class, delete.toString(), "60").exitCode()).isZero();
            assertThat(responses.bodies()).hasSize(1);
        }
        try (ResponseServer refusing = new ResponseServer(100, 403)) {
            ObjectNode delete = Requests.of(request("Delete", refusing), OTHER_ID);
            Stage.Invocation invocation = stage.invoke(ServiceTokenHandler.class, delete.toString(), "60");

            assertThat(invocation.exitCode()).isEqualTo(1);
            assertThat(stage.normal(invocation.payload())).isEqualTo("""
                    {
                      "errorMessage" : "CloudFormation was not told the outcome: localhost did not take it, it answered 403; \
                    in a VPC the function needs a route to Amazon S3, a gateway endpoint or a NAT gateway",
                      "errorType" : "java.io.IOException"
                    }
                    """);
            assertThat(invocation.payload() + invocation.log()).doesNotContain("secret-signature");
        }
    }

    /** Without what depends on the moment at which the time was over: the words of the server, and how far DynamoDB was asked. */
    private static String timeless(String answer) {
        return answer.replaceAll("the deadline was over; [^\"]*", "the deadline was over; ...")
                .replaceAll("\"Skipped\" : \"[01]\"", "\"Skipped\" : \"0 or 1\"");
    }

    private static ObjectNode request(String type, ResponseServer responses) {
        return Requests.ofCloudFormation(type, responses.url());
    }

    /** What reached the URL, which is also what the function returns. */
    private static String answer(Stage stage, String type, String physicalId) throws IOException {
        try (ResponseServer responses = new ResponseServer(0, 200)) {
            ObjectNode request = request(type, responses);
            if (!physicalId.isEmpty()) {
                Requests.of(request, physicalId);
            }
            Stage.Invocation invocation = stage.invoke(ServiceTokenHandler.class, request.toString(), "600");
            assertThat(responses.bodies()).hasSize(1);
            String body = responses.bodies().getFirst();
            assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
            assertThat(invocation.payload()).isEqualTo(body + "\n");
            assertThat(invocation.payload() + invocation.log()).doesNotContain(stage.password())
                    .doesNotContain("secret-signature");
            return stage.normal(body);
        }
    }
}
