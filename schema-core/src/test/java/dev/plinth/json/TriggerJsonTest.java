package dev.plinth.json;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TriggerJsonTest {

    private static final Table OTHER =
            namespace("app").table("other", t -> t.column("id", integer()));

    @Test
    void whatEachKindOfTriggerSaysAndAnEqualSchemaFromIt() {
        Schema schema = schema(
                "triggers",
                OTHER,
                table("lines", t -> {
                    var id = t.column("id", integer());
                    t.trigger("changed").before(UPDATE).of(id).forEachRow().when("OLD.id <> NEW.id")
                            .execute(triggerFunction("log_it", "BEGIN RETURN NEW; END;"), "a", "");
                    t.trigger("rows").after(UPDATE).referencingOldTable("o").referencingNewTable("n")
                            .executeExisting(namespace("ext").named("diff"));
                    t.constraintTrigger("late").after(INSERT).from(OTHER).initiallyDeferred().forEachRow()
                            .executeExisting(namespace("ext").named("check"));
                    t.constraintTrigger("now").after(DELETE).forEachRow()
                            .executeExisting(namespace("ext").named("check"));
                }));

        String json = SchemaJson.toJson(schema);

        Snapshot.in(Path.of("src/test/snapshots/triggers")).file("triggers.json", json).verify();
        assertThat(SchemaJson.parse(json)).isEqualTo(schema);
    }
}
