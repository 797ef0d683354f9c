package dev.plinth.examples.domainflow.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.dynamo.DynamoPolicies;
import dev.plinth.dynamo.TableNames;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What the role of the function may do: read one secret, and what Plinth says that the tables need. */
final class Permissions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Permissions() {}

    static List<PolicyStatement> of(String secretArn, String tablePrefix) {
        DynamoPolicies policies = DynamoPolicies.of()
                .names(TableNames.asDeclared().prefix(tablePrefix))
                .region(Aws.REGION)
                .account(Aws.ACCOUNT_ID);
        PolicyStatement secret = PolicyStatement.Builder.create()
                .actions(List.of("secretsmanager:GetSecretValue"))
                .resources(List.of(secretArn))
                .build();
        return Stream.concat(
                Stream.of(secret),
                Stream.of(policies.create(DomainFlow.SCHEMA), policies.add(DomainFlow.SCHEMA))
                        .flatMap(policy -> statements(policy).stream()))
                .toList();
    }

    private static List<PolicyStatement> statements(String policy) {
        try {
            List<Map<String, Object>> statements =
                    MAPPER.convertValue(MAPPER.readTree(policy).get("Statement"), new TypeReference<>() {});
            return statements.stream().map(PolicyStatement::fromJson).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rendered policy is JSON", e);
        }
    }
}
