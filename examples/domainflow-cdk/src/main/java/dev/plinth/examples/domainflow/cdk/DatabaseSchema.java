package dev.plinth.examples.domainflow.cdk;

import dev.plinth.examples.domainflow.lambda.IsCompleteHandler;
import dev.plinth.examples.domainflow.lambda.OnEventHandler;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.json.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.customresources.Provider;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/**
 * The schema as a custom resource: in every deployment in which it is another one, what is missing is created. A stack that
 * needs the tables depends on it.
 */
public final class DatabaseSchema extends Construct {

    private static final int MEGABYTES = 512;
    private static final Duration TIMEOUT = Duration.minutes(10);
    private static final Duration PAUSE_BETWEEN_QUESTIONS = Duration.seconds(30);
    /** The most that the framework allows: an index on a large table takes its time. */
    private static final Duration TIME_FOR_INDEXES = Duration.hours(2);

    private final Database database;
    private final Code code;
    private final SecurityGroup securityGroup;
    private final CustomResource resource;

    /**
     * The schema of one database.
     *
     * @param functionPackage {@code function.zip} of {@code domainflow-lambda}
     */
    public DatabaseSchema(Construct scope, String id, Database database, Path functionPackage) {
        super(scope, id);
        this.database = database;
        this.code = Code.fromAsset(functionPackage.toString());
        this.securityGroup = SecurityGroup.Builder.create(this, "FunctionSecurityGroup")
                .vpc(database.vpc())
                .description("The functions that create the schema")
                .build();
        database.securityGroup().addIngressRule(
                securityGroup,
                Port.tcp(database.port()),
                "The functions that create the schema");
        this.resource = CustomResource.Builder.create(this, "Resource")
                .resourceType("Custom::DatabaseSchema")
                .serviceToken(provider().getServiceToken())
                .properties(Map.of("SchemaFingerprint", Fingerprint.of(DomainFlow.SCHEMA)))
                .build();
        resource.getNode().addDependency(database.securityGroup());
    }

    /** What is pending or differs; empty when the stores are what the schema says. */
    public String details() {
        return resource.getAttString("Details");
    }

    private Provider provider() {
        return Provider.Builder.create(this, "Provider")
                .onEventHandler(function("OnEvent", OnEventHandler.class))
                .isCompleteHandler(function("IsComplete", IsCompleteHandler.class))
                .queryInterval(PAUSE_BETWEEN_QUESTIONS)
                .totalTimeout(TIME_FOR_INDEXES)
                .build();
    }

    private Function function(String id, Class<?> handler) {
        Function function = Function.Builder.create(this, id)
                .description("Creates what is missing; never changes and never drops anything.")
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(code)
                .handler(handler.getName())
                .memorySize(MEGABYTES)
                .timeout(TIMEOUT)
                .vpc(database.vpc())
                .securityGroups(List.of(securityGroup))
                .environment(environment())
                .build();
        Permissions.of(database.secretArn(), tablePrefix()).forEach(function::addToRolePolicy);
        return function;
    }

    private Map<String, String> environment() {
        return Map.of(
                "DB_SECRET_ARN", database.secretArn(),
                "DB_HOST", database.host(),
                "DB_PORT", String.valueOf(database.port()),
                "DB_NAME", database.name(),
                "TABLE_PREFIX", tablePrefix(),
                "JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    private String tablePrefix() {
        return Stack.of(this).getStackName() + "-";
    }
}
