package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

class DynamoTest {

    private static DynamoDBProxyServer server;
    private static URI endpoint;

    /** Each test has an account of its own, which DynamoDB Local tells by the access key. */
    private final DynamoDbClient client = DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("test" + UUID.randomUUID().toString().replace("-", ""), "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    private final ApplicationContextRunner application = Runner.plain()
            .withBean("schema", Schema.class, () -> Shop.CARTS_ONLY)
            .withBean("client", DynamoDbClient.class, () -> client);

    record Tables(String names) {}

    @Configuration(proxyBeanMethods = false)
    static class Early {

        @Bean
        Tables tables(DynamoDbEnhancedClient enhanced, DynamoDbClient plain) {
            return new Tables(String.join(",", plain.listTables().tableNames()));
        }

        @Bean
        DynamoDbEnhancedClient enhanced(DynamoDbClient plain) {
            return DynamoDbEnhancedClient.builder().dynamoDbClient(plain).build();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        PrintStream out = System.out;
        try (ServerSocket socket = new ServerSocket(0)) {
            endpoint = URI.create("http://localhost:" + socket.getLocalPort());
        }
        try {
            // It prints its settings, whatever the log level.
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            server = ServerRunner.createServerFromCommandLineArgs(
                    new String[]{"-inMemory", "-port", String.valueOf(endpoint.getPort()), "-disableTelemetry"});
            server.start();
        } finally {
            System.setOut(out);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Test
    void enhancedClientsWaitAndNoDatabaseIsAsked() {
        application.withUserConfiguration(Early.class)
                .run(context -> assertThat(context.getBean(Tables.class)).isEqualTo(new Tables("Carts")));
    }

    @Test
    void tablesAreNamedByProperties() {
        application.withPropertyValues("plinth.dynamodb.table-prefix=staging-", "plinth.dynamodb.table-suffix=-1",
                "plinth.dynamodb.index-wait=active", "plinth.dynamodb.allow=time-to-live,replicas",
                "plinth.dynamodb.in-flight=2")
                .run(context -> assertThat(client.listTables().tableNames()).containsExactly("staging-Carts-1"));
    }

    @Test
    void oneTableHasANameOfItsOwn() {
        application.withPropertyValues("plinth.dynamodb.table-names[Carts]=legacy-carts")
                .run(context -> assertThat(client.listTables().tableNames()).containsExactly("legacy-carts"));
    }

    @Test
    void customizersComeBehindProperties() {
        application.withPropertyValues("plinth.dynamodb.table-prefix=staging-")
                .withBean(DynamoStoreCustomizer.class, () -> store -> store.tablePrefix("test-"))
                .run(context -> assertThat(client.listTables().tableNames()).containsExactly("test-Carts"));
    }

    @Test
    void aPrefixThatNoTableMayHaveEndsTheStart() {
        application.withPropertyValues("plinth.dynamodb.table-prefix=staging/")
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        "schema": table prefix "staging/": the name of a DynamoDB table may hold letters, digits, '_', '.' and \
                        '-' only; take the rest out

                        Correct the properties plinth.*, or the customizer that says so."""));
    }

    @Test
    void aServiceWithoutPostgresNeedsNoneOnItsClassPath() {
        application
                .withClassLoader(
                        new FilteredClassLoader("dev.plinth.postgres", "org.jooq", "org.springframework.boot.actuate"))
                .run(context -> assertThat(client.listTables().tableNames()).containsExactly("Carts"));
    }
}
