package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A resource policy is one JSON object. */
final class ResourcePolicySyntax implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.RESOURCE_POLICY;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.<String>ofNullable(table.settings().resourcePolicy())
                .flatMap(policy -> JsonSyntax.problem(policy).stream())
                .map(problem -> error(
                        table.name(),
                        "has a resource policy that is no JSON object: " + problem,
                        "Mend it in resourcePolicy(...)."));
    }
}
