package dev.plinth.examples.domainflow.lambda;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The secret of the database, read anew whenever it is asked for. */
record DatabaseSecret(String arn, SecretsManagerClient client) implements AutoCloseable {

    private static final Duration TIME_TO_READ = Duration.ofSeconds(20);

    static DatabaseSecret of(LambdaSettings settings) {
        SecretsManagerClient client = SecretsManagerClient.builder()
                .region(Region.of(settings.tables().region()))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(options -> options.apiCallTimeout(TIME_TO_READ))
                .build();
        return new DatabaseSecret(settings.secretArn(), client);
    }

    /**
     * As Secrets Manager has it now.
     *
     * @throws SQLException that says what is wrong with the secret; nothing of its content
     */
    Credentials read() throws SQLException {
        Map<String, Object> fields;
        try {
            fields = JsonText.object(text());
        } catch (IllegalArgumentException e) {
            // Not kept as the cause: a parser quotes what it read.
            throw problem("its text is no JSON object; write {\"username\": \"...\", \"password\": \"...\"}");
        }
        return new Credentials(field(fields, "username"), field(fields, "password"));
    }

    private String text() throws SQLException {
        try {
            String text = client.getSecretValue(request -> request.secretId(arn)).secretString();
            if (text == null) {
                throw problem("it is binary; store it as a text, {\"username\": \"...\", \"password\": \"...\"}");
            }
            return text;
        } catch (ResourceNotFoundException e) {
            throw problem("Secrets Manager has none of that name in this region; correct DB_SECRET_ARN");
        } catch (SecretsManagerException e) {
            throw problem(said(e) + "; the role of the function needs secretsmanager:GetSecretValue on it, and "
                    + "kms:Decrypt where it has a key of its own");
        } catch (SdkException e) {
            throw problem(
                    "Secrets Manager was not reached: " + e.getMessage() + "; in a VPC the function needs a route to "
                            + "it, an interface endpoint or a NAT gateway");
        }
    }

    private static String said(SecretsManagerException e) {
        return "Secrets Manager answers " + e.statusCode() + " "
                + (e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode());
    }

    private String field(Map<String, Object> fields, String name) throws SQLException {
        @Nullable
        Object value = fields.get(name);
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw problem("its JSON has no text \"" + name + "\"; write {\"username\": \"...\", \"password\": \"...\"}");
    }

    private SQLException problem(String what) {
        return new SQLException("secret \"" + arn + "\": " + what);
    }

    @Override
    public void close() {
        client.close();
    }
}
