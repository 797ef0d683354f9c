package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the deployment package, and what of it a run that finds nothing to do pays for. */
class PackageIT {

    private static final Path FUNCTION = Path.of("target/function");
    private static final long MEGABYTES = 1 << 20;

    private static final List<String> UNUSED = List.of(" org.jooq.", " io.netty.", " org.apache.http",
            " com.fasterxml.jackson.databind.", " software.amazon.awssdk.enhanced.", " java.net.http.");

    @TempDir
    private Path directory;

    @Test
    void theZipIsTheFolderAndSmall() throws IOException {
        List<String> folder = entries(FUNCTION);
        try (ZipFile zip = new ZipFile("target/function.zip")) {
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(Object::toString).sorted().toList())
                    .isEqualTo(folder);
        }
        assertThat(folder).contains("rds-ca-bundle.pem", "rds-ca-bundle.LICENSE")
                .allMatch(entry -> entry.startsWith("rds-ca-bundle.") || entry.startsWith("lib/"))
                .noneMatch(entry -> entry.contains("netty") || entry.contains("apache-client")
                        || entry.contains("apache5-client") || entry.contains("crt-client")
                        || entry.contains("jackson-databind") || entry.contains("dynamodb-enhanced")
                        || entry.contains("aws-lambda-java-events")
                        || entry.contains("DynamoDBLocal") || entry.contains("junit"));
        // Lambda takes 50 MB at once; what is not there need not be read at a cold start.
        assertThat(Files.size(Path.of("target/function.zip"))).isLessThan(25 * MEGABYTES);
    }

    @Test
    void theCertificatesCanBeRead() throws Exception {
        try (InputStream bundle = Files.newInputStream(FUNCTION.resolve("rds-ca-bundle.pem"))) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificates(bundle)).hasSizeGreaterThan(50);
        }
    }

    @Test
    void whereNothingIsMissingNoLibraryLoadsThatIsNotUsed() throws IOException {
        Stage stage = Stage.empty();

        List<String> building = loadedBy(stage);
        List<String> findingNothing = loadedBy(stage);

        assertThat(building).anyMatch(line -> line.contains(" org.jooq."));
        assertThat(findingNothing).anyMatch(line -> line.contains(" dev.plinth.diff.SqlDiff "))
                .anyMatch(line -> line.contains(" software.amazon.awssdk.services.dynamodb."));
        assertThat(findingNothing).filteredOn(line -> UNUSED.stream().anyMatch(line::contains)).isEmpty();
    }

    private List<String> loadedBy(Stage stage) throws IOException {
        Path output = Files.createTempFile(directory, "classes", ".txt");
        Stage.Invocation invocation =
                stage.invoke(OnEventHandler.class, Stage.BY_HAND, "600", "-Xlog:class+load:file=" + output);
        assertThat(invocation.exitCode()).as(invocation.payload()).isZero();
        return Files.readAllLines(output);
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
