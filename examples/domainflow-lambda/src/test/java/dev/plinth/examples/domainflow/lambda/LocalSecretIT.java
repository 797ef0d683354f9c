package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged function where there is no Secrets Manager of any kind, as on a developer's machine. */
class LocalSecretIT {

    @TempDir
    private Path directory;

    @Test
    void aFileStandsForSecretsManager() throws IOException, InterruptedException {
        Stage stage = Stage.empty().with("AWS_ENDPOINT_URL_SECRETS_MANAGER", "");
        String secret = Stage.secret(stage.database(), stage.password());
        List<String> command = new ArrayList<>(
                stage.command(OnEventHandler.class, file("event.json", Stage.BY_HAND), "600", List.of()));
        command.addAll(List.of("--secret", file("secret.json", secret).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(directory.resolve("log").toFile());
        stage.setEnvironment(builder);

        Process process = builder.start();
        String payload = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(payload).isZero();
        assertThat(stage.normal(payload)).contains("\"complete\" : true");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
