package dev.plinth.examples.domainflow.cdk;

import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Node;

/**
 * A stack with the schema of a database that exists. Its context ({@code cdk deploy -c databaseHost=...}): {@code stack}, {@code
 * vpcId}, {@code zones} and {@code privateSubnets} with commas, {@code databaseSecurityGroup}, {@code databaseHost}, {@code
 * databaseName}, {@code databaseSecretArn}.
 */
public final class Main {

    private Main() {}

    /** Takes the path of {@code function.zip}. */
    public static void main(String[] arguments) {
        App app = new App();
        Stack stack = new Stack(app, context(app.getNode(), "stack"));
        DatabaseSchema schema = new DatabaseSchema(stack, "Schema", database(stack), Path.of(arguments[0]));
        CfnOutput.Builder.create(stack, "Details").value(schema.details()).build();
        app.synth();
    }

    private static Database database(Stack stack) {
        Node node = stack.getNode();
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(context(node, "vpcId"))
                        .availabilityZones(List.of(context(node, "zones").split(",")))
                        .privateSubnetIds(List.of(context(node, "privateSubnets").split(",")))
                        .build());
        ISecurityGroup group = SecurityGroup.fromSecurityGroupId(
                stack,
                "DatabaseSecurityGroup",
                context(node, "databaseSecurityGroup"));
        return new Database(vpc, group, context(node, "databaseHost"), 5432, context(node, "databaseName"),
                context(node, "databaseSecretArn"));
    }

    private static String context(Node node, String name) {
        Object value = node.tryGetContext(name);
        if (value == null) {
            throw new IllegalArgumentException("context \"" + name + "\" is missing; give it as -c " + name + "=...");
        }
        return value.toString();
    }
}
