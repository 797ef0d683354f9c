package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.dynamo.DynamoPolicies;
import dev.plinth.dynamo.TableNames;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the template for AWS SAM says is what the function and the schema need. */
class TemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode function = read("template.yaml").at("/Resources/SchemaFunction/Properties");

    @Test
    void theRoleMayDoWhatTheSchemaNeedsAndNothingElse() throws IOException {
        DynamoPolicies policies = DynamoPolicies.of().region("REGION").account("ACCOUNT")
                .names(TableNames.asDeclared().prefix("STACK-"));
        Map<String, Set<String>> needed = new TreeMap<>();
        add(needed, JSON.readTree(policies.create(DomainFlow.SCHEMA)).at("/Statement"));
        add(needed, JSON.readTree(policies.add(DomainFlow.SCHEMA)).at("/Statement"));
        needed.put("secretsmanager:GetSecretValue", Set.of("DatabaseSecretArn"));

        Map<String, Set<String>> allowed = new TreeMap<>();
        assertThat(function.at("/Policies")).hasSize(1);
        add(allowed, function.at("/Policies/0/Statement"));

        assertThat(allowed).isEqualTo(needed);
    }

    @Test
    void theFunctionIsTheOneInThePackageWithinItsLimits() throws ReflectiveOperationException {
        assertThat(Class.forName(function.at("/Handler").asText())).isEqualTo(ServiceTokenHandler.class);
        assertThat(function.at("/CodeUri").asText()).isEqualTo("target/function.zip");
        assertThat(function.at("/MemorySize").asInt()).isEqualTo(512);
        assertThat(function.at("/Timeout").asInt()).isEqualTo(600);
        assertThat(function.at("/VpcConfig/SubnetIds").asText()).isEqualTo("SubnetIds");
        assertThat(function.at("/VpcConfig/SecurityGroupIds/0").asText())
                .isEqualTo("SchemaFunctionSecurityGroup.GroupId");
    }

    @Test
    void theEnvironmentIsOneThatTheFunctionTakes() {
        Map<String, String> variables = new TreeMap<>();
        function.at("/Environment/Variables").fields()
                .forEachRemaining(field -> variables.put(field.getKey(), field.getValue().asText()));
        assertThat(variables).containsOnlyKeys("DB_HOST", "DB_NAME", "DB_PORT", "DB_SECRET_ARN", "FAIL_ON",
                "JAVA_TOOL_OPTIONS", "TABLE_PREFIX");
        variables.putAll(Map.of("DB_PORT", "5432", "TABLE_PREFIX", "stack-", "FAIL_ON", "DRIFT,PENDING", "AWS_REGION",
                "eu-central-1", "LAMBDA_TASK_ROOT", "src/main/package"));

        LambdaSettings settings = LambdaSettings.of(variables);

        assertThat(settings.secretArn()).isEqualTo("DatabaseSecretArn");
        assertThat(settings.database()).hasToString("DatabaseHost:5432/DatabaseName");
        assertThat(settings.database().sslMode()).isEqualTo("verify-full");
        assertThat(settings.database().sslRootCert()).contains(Path.of("src/main/package/rds-ca-bundle.pem"));
        assertThat(settings.tables().prefix()).isEqualTo("stack-");
        assertThat(settings.failOn().findings()).extracting(Enum::name).containsExactlyInAnyOrder("DRIFT", "PENDING");
    }

    @Test
    void theResourceRunsAgainWhenTheSchemaIsAnotherOne() {
        JsonNode resource = read("template.yaml").at("/Resources/Schema");

        assertThat(resource.at("/Properties/ServiceToken").asText()).isEqualTo("SchemaFunction.Arn");
        assertThat(resource.at("/Properties/SchemaFingerprint").asText()).isEqualTo("SchemaFingerprint");
        assertThat(resource.at("/Properties/ServiceTimeout").asInt())
                .isGreaterThan(function.at("/Timeout").asInt());
    }

    private static void add(Map<String, Set<String>> allowed, JsonNode statements) {
        for (JsonNode statement : statements) {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            for (JsonNode action : statement.path("Action")) {
                statement.path("Resource").forEach(resource -> allowed
                        .computeIfAbsent(action.asText(), key -> new TreeSet<>()).add(named(resource.asText())));
            }
        }
    }

    private static String named(String resource) {
        String named = resource;
        for (List<String> parameter : List.of(List.of("AWS::Partition", "aws"), List.of("AWS::Region", "REGION"),
                List.of("AWS::AccountId", "ACCOUNT"), List.of("AWS::StackName", "STACK"))) {
            named = named.replace("${" + parameter.get(0) + "}", parameter.get(1));
        }
        return named;
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
