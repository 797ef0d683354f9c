package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint through HTTP, as an application serves it. */
class EndpointTest {

    private static final String REPORT = """
            {
              "verb": "APPLY",
              "schema": "items",
              "fingerprint": "2a8f4def94f0e8bccced3c69937b767c12788884455e6fe959fda99991aca50a",
              "exitCode": 0,
              "stores": [
                {
                  "store": "postgres",
                  "target": "PostgreSQL 18.6, database DATABASE",
                  "steps": [
                    {
                      "kind": "createTable",
                      "subject": { "kind": "TABLE", "name": "item" },
                      "status": "DONE",
                      "reason": "it does not exist",
                      "statements": [
                        "CREATE TABLE \\"public\\".\\"item\\" (\\n  \\"id\\" bigint NOT NULL,\\n  \\"name\\" character varying(200) \
            NOT NULL,\\n  CONSTRAINT \\"item_pkey\\" PRIMARY KEY (\\"id\\")\\n)"
                      ]
                    }
                  ],
                  "durationMillis": 0
                }
              ],
              "durationMillis": 0
            }
            """;

    private final TestDatabase database = TestDatabase.create();

    @Configuration(proxyBeanMethods = false)
    static class WithSchema {
        @Bean
        Schema itemsSchema() {
            return Shop.ITEMS;
        }
    }

    @Test
    void showsTheReportsOfTheStart() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(get(context, "plinth/itemsSchema")).isEqualTo("200 application/json\n" + REPORT);
            assertThat(get(context, "plinth")).isEqualTo("200 application/json\n{\n  \"itemsSchema\": "
                    + REPORT.strip().replace("\n", "\n  ") + "\n}\n");
            assertThat(get(context, "plinth/other")).startsWith("404");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Runner.Application.class, WithSchema.class)
                .properties(database.properties())
                .properties("server.port=0", "management.endpoints.web.exposure.include=plinth", Runner.WITHOUT_JPA,
                        "spring.main.banner-mode=off")
                .run();
    }

    private String get(ConfigurableApplicationContext context, String path) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.headers().firstValue("Content-Type").orElse("") + "\n"
                + response.body().replaceAll("\"durationMillis\": \\d+", "\"durationMillis\": 0")
                        .replace(database.name(), "DATABASE");
    }
}
