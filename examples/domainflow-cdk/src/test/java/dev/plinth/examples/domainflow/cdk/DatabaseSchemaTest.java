package dev.plinth.examples.domainflow.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.json.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/** The template that the construct becomes. */
class DatabaseSchemaTest {

    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:database";

    @TempDir
    private static Path directory;

    private static Template template;

    @BeforeAll
    static void synthesise() throws IOException {
        Stack stack = new Stack(new App(), "domainflow");
        Database database = new Database(
                Vpc.fromVpcAttributes(stack, "Vpc", VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZones(List.of("eu-central-1a", "eu-central-1b"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .build()),
                SecurityGroup.fromSecurityGroupId(stack, "DatabaseSecurityGroup", "sg-0123456789abcdef0"),
                "db.example.com",
                5433,
                "domainflow",
                SECRET);
        // What is in the package does not matter to a template.
        Path functionPackage = Files.write(directory.resolve("function.zip"), new byte[]{'P', 'K', 5, 6});
        new DatabaseSchema(stack, "Schema", database, functionPackage);
        template = Template.fromStack(stack);
    }

    @Test
    void bothHandlersRunInTheVpcWithinTheLimits() {
        for (String handler : List.of("OnEventHandler", "IsCompleteHandler")) {
            template.hasResourceProperties("AWS::Lambda::Function", Map.of(
                    "Handler", "dev.plinth.examples.domainflow.lambda." + handler,
                    "Runtime", "java25",
                    "MemorySize", 512,
                    "Timeout", 600,
                    "VpcConfig", Map.of(
                            "SubnetIds", List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
                            "SecurityGroupIds", List.of(Match.anyValue())),
                    "Environment", Map.of("Variables", Map.of(
                            "DB_SECRET_ARN", SECRET,
                            "DB_HOST", "db.example.com",
                            "DB_PORT", "5433",
                            "DB_NAME", "domainflow",
                            "TABLE_PREFIX", "domainflow-",
                            "JAVA_TOOL_OPTIONS", Match.anyValue()))));
        }
    }

    @Test
    void theFrameworkAsksUntilEverythingIsThere() {
        template.resourceCountIs("AWS::StepFunctions::StateMachine", 1);
        for (String method : List.of("onEvent", "isComplete", "onTimeout")) {
            template.hasResourceProperties("AWS::Lambda::Function", Map.of("Handler", "framework." + method));
        }
    }

    @Test
    void theResourceRunsAgainWhenTheSchemaIsAnotherOne() {
        template.hasResourceProperties("Custom::DatabaseSchema", Map.of(
                "ServiceToken", Match.anyValue(),
                "SchemaFingerprint", Fingerprint.of(DomainFlow.SCHEMA)));
    }

    @Test
    void theDatabaseLetsTheFunctionsIn() {
        template.hasResourceProperties("AWS::EC2::SecurityGroupIngress", Map.of(
                "GroupId", "sg-0123456789abcdef0",
                "FromPort", 5433,
                "ToPort", 5433,
                "SourceSecurityGroupId", Match.anyValue()));
    }

    @Test
    void theRolesOfTheFunctionsReadOneSecretAndMakeFourTables() {
        for (String function : List.of("OnEvent", "IsComplete")) {
            assertThat(allowed(function)).isEqualTo(Map.of(
                    "secretsmanager:GetSecretValue", Set.of(SECRET),
                    "dynamodb:ListTables", Set.of("*"),
                    "dynamodb:CreateTable", tables("Reports", "Sessions", "Messages", "QueryJobs"),
                    "dynamodb:DescribeTable", tables("Reports", "Sessions", "Messages", "QueryJobs"),
                    "dynamodb:Scan", tables("Reports", "Sessions", "Messages", "QueryJobs"),
                    "dynamodb:UpdateTable", tables("Reports", "Sessions", "Messages", "QueryJobs"),
                    "dynamodb:DescribeContinuousBackups", tables("Reports"),
                    "dynamodb:UpdateContinuousBackups", tables("Reports")));
        }
    }

    private static Set<String> tables(String... names) {
        Set<String> arns = new TreeSet<>();
        for (String name : names) {
            arns.add("arn:aws:dynamodb:AWS::Region:AWS::AccountId:table/domainflow-" + name);
        }
        return arns;
    }

    /** Action by action the resources that the policy of one of the functions allows. */
    private static Map<String, Set<String>> allowed(String function) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        template.findResources("AWS::IAM::Policy").forEach((id, policy) -> {
            if (id.startsWith("Schema" + function + "ServiceRole")) {
                for (Object statement : list(at(policy, "Properties", "PolicyDocument", "Statement"))) {
                    list(at(statement, "Action")).forEach(action -> list(at(statement, "Resource")).forEach(
                            resource -> allowed.computeIfAbsent(action.toString(), key -> new TreeSet<>())
                                    .add(text(resource))));
                }
            }
        });
        return allowed;
    }

    private static Object at(Object node, String... names) {
        Object found = node;
        for (String name : names) {
            found = ((Map<?, ?>) found).get(name);
        }
        return found;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** A text, or the parts of a Fn::Join. */
    private static String text(Object resource) {
        if (resource instanceof Map<?, ?> reference) {
            Object join = reference.get("Fn::Join");
            return join == null
                    ? String.valueOf(reference.get("Ref"))
                    : list(list(join).get(1)).stream().map(DatabaseSchemaTest::text).reduce("", String::concat);
        }
        return resource.toString();
    }
}
