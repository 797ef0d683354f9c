package dev.plinth.job.internal.dynamo;

import dev.plinth.dynamo.DynamoRequest;
import dev.plinth.dynamo.DynamoRequests;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.TableNames;
import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.job.internal.start.Options;
import dev.plinth.job.internal.start.Word;
import dev.plinth.job.settings.LocatedStore;
import dev.plinth.job.settings.UsageException;
import dev.plinth.job.settings.Variables;
import dev.plinth.model.Schema;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** What a job does with DynamoDB. */
public final class DynamoPart {

    private DynamoPart() {}

    /** One request: the command of the AWS command line that sends it, a file name for it, and its JSON. */
    public record Request(String command, String fileName, String json) {}

    /** The account and region that the environment names; problems are added to those of the variables. Nothing connects yet. */
    public static Optional<OpenStore> open(Variables variables, Options options) {
        DynamoSettings settings = DynamoSettings.of(variables).withRegionOfSdk(variables);
        if (!variables.problems().isEmpty()) {
            return Optional.empty();
        }
        try {
            DynamoDbClient client = client(settings);
            return Optional.of(new OpenStore(new LocatedStore(store(client, options), settings.toString()), client));
        } catch (SdkClientException e) {
            variables.problems().add("DynamoDB: the AWS SDK refuses to start: " + firstLine(e)
                    + " It needs exactly one of its HTTP clients on the class path, such as"
                    + " software.amazon.awssdk:url-connection-client.");
            return Optional.empty();
        }
    }

    /** @throws UsageException when a word is not known or a table cannot be called so */
    public static void check(Schema schema, Options options) {
        indexWait(options);
        try {
            names(options).check(schema);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--dynamodb-prefix: " + e.getMessage());
        }
    }

    /** The requests that build the DynamoDB part of a schema. */
    public static List<Request> requests(Schema schema, Options options) {
        return DynamoRequests.of().names(names(options)).render(schema).stream().map(DynamoPart::request).toList();
    }

    private static Request request(DynamoRequest request) {
        return new Request(request.command(), request.fileName(), request.json());
    }

    private static DynamoDbClient client(DynamoSettings settings) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder();
        settings.region().map(Region::of).ifPresent(builder::region);
        settings.endpoint().ifPresent(builder::endpointOverride);
        settings.credentials().map(StaticCredentialsProvider::create).ifPresent(builder::credentialsProvider);
        return builder.build();
    }

    private static DynamoStore store(DynamoDbClient client, Options options) {
        return DynamoStore.of(client)
                .names(names(options))
                .indexWait(indexWait(options))
                .allow(Word.among(options.allowed(), GuardedAddition.class).toArray(GuardedAddition[]::new));
    }

    private static TableNames names(Options options) {
        return TableNames.asDeclared().prefix(options.dynamoPrefix());
    }

    private static IndexWait indexWait(Options options) {
        return options.indexWait()
                .map(word -> Word.of("--index-wait", word, IndexWait.class))
                .orElse(IndexWait.STARTED);
    }

    /** What {@code --allow} can name here. */
    public static List<String> guardedAdditions() {
        return Word.allOf(GuardedAddition.class);
    }

    private static String firstLine(SdkClientException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
