package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged function, called with <code>{}</code>; the answers are whole in {@code src/test/snapshots}. */
class ByHandIT {

    private static final Path SNAPSHOTS = Path.of("src/test/snapshots");

    @Test
    void createsEverythingAndThenFindsNothingToDo() {
        Stage stage = Stage.empty();

        Stage.Invocation first = stage.byHand();
        Stage.Invocation second = stage.byHand();
        // The other handler is the same by hand.
        Stage.Invocation third = stage.invoke(ServiceTokenHandler.class, Stage.BY_HAND, "600");

        assertThat(first.exitCode()).as(first.log() + first.payload()).isZero();
        assertThat(second.exitCode()).as(second.log() + second.payload()).isZero();
        assertThat(stage.normal(third.payload())).isEqualTo(stage.normal(second.payload()));
        assertThat(first.log() + first.payload() + second.log() + second.payload()).doesNotContain(stage.password())
                .doesNotContain("jdbc:");
        Snapshot.in(SNAPSHOTS.resolve("by-hand"))
                .file("first.json", stage.normal(first.payload()))
                .file("second.json", stage.normal(second.payload()))
                .verify();
    }

    @Test
    void addsTheForeignKeyThatADatabaseOfThePythonScriptLacks() throws IOException {
        Stage stage = Stage.empty();
        Stage.postgres().execute(stage.database(), "SET ROLE " + stage.database() + ";" + byPython());

        Stage.Invocation first = stage.byHand();
        Stage.Invocation second = stage.byHand();

        Snapshot.in(SNAPSHOTS.resolve("python"))
                .file("first.json", stage.normal(first.payload()))
                .file("second.json", stage.normal(second.payload()))
                .verify();
    }

    /** No foreign key on incidents.created_by, and the body of the function indented by twelve spaces. */
    private static String byPython() throws IOException {
        Path file = Path.of("../domainflow/src/test/resources/hand-written.sql");
        String sql = Files.readString(file, StandardCharsets.UTF_8);
        int incidents = sql.indexOf("CREATE TABLE IF NOT EXISTS incidents");
        String changed = sql.substring(0, incidents)
                + sql.substring(incidents).replaceFirst("(created_by UUID NOT NULL) REFERENCES users\\(id\\)", "$1");
        for (String line : new String[]{"BEGIN", "    NEW.updated_at = NOW();", "    RETURN NEW;", "END;"}) {
            changed = changed.replace("\n" + line + "\n", "\n            " + line + "\n");
        }
        assertThat(changed).contains("\n                RETURN NEW;\n").isNotEqualTo(sql);
        return changed;
    }
}
