package dev.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.json.Fingerprint;
import dev.plinth.text.ReportText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run with nothing to do loads, seen from outside: a Java process that names each class it loads. */
class LoadedClassesTest {

    @Test
    void aRunLoadsNoJsonLibrary() throws Exception {
        List<String> loaded = loadedBy(OneRun.class);
        assertThat(loaded).anyMatch(line -> line.contains("dev.plinth.SchemaInitializer "))
                .anyMatch(line -> line.contains("dev.plinth.text.ReportText "))
                .noneMatch(line -> line.contains("dev.plinth.InitializerEvent$"))
                .noneMatch(line -> line.contains("dev.plinth.Audience "))
                .noneMatch(line -> line.contains("com.fasterxml.jackson"));
    }

    @Test
    void theFingerprintDoes() throws Exception {
        assertThat(loadedBy(OneFingerprint.class)).anyMatch(line -> line.contains("com.fasterxml.jackson"));
    }

    /** Plans, applies and verifies with stores that have nothing to do. */
    static final class OneRun {
        public static void main(String[] arguments) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(Samples.schema()).with(FakeStore.sql(), FakeStore.dynamo());
            System.out.println(initializer.plan().isEmpty());
            System.out.println(ReportText.of(initializer.apply()));
            System.out.println(initializer.verify().exitCode());
        }
    }

    /** Asks for a fingerprint. */
    static final class OneFingerprint {
        public static void main(String[] arguments) {
            System.out.println(Fingerprint.of(Samples.schema()));
        }
    }

    private static List<String> loadedBy(Class<?> program) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Xlog:class+load", "-cp",
                System.getProperty("java.class.path"), program.getName()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
