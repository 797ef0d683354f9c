package dev.plinth.model;

import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import org.junit.jupiter.api.Test;

class RehomingTest {

    private static final String BODY = "BEGIN RETURN NEW; END;";

    /** The same schema, written for one namespace or for none; the shared table is always in {@code common}. */
    private static Schema schemaOf(Namespace home) {
        Table countries = namespace("common").table("countries", t -> t.column("id", integer()).primaryKey());
        Function touch = home.name().equals("public")
                ? triggerFunction("touch", BODY)
                : home.triggerFunction("touch", BODY);
        Table parents = home.table("parents", t -> t.column("id", integer()).primaryKey());
        Table children = home.table("children", t -> {
            t.column("parent", integer()).references(parents);
            t.column("country", integer()).references(countries);
            t.check("positive", "parent > 0").comment("Above zero");
            t.index("children_parent").on(t.column("n", integer()));
            t.trigger("touch").before(UPDATE).forEachRow().execute(touch);
        });
        return schema("s", countries, parents, children, namespace(home.name()).comment("Home"));
    }

    @Test
    void everyNameInPublicMovesAndNothingElse() {
        assertThat(schemaOf(namespace("public")).inNamespace("acme")).isEqualTo(schemaOf(namespace("acme")));
    }

    @Test
    void whatIsSharedIsTheRest() {
        assertThat(schemaOf(namespace("public")).outsideDefaultNamespace())
                .isEqualTo(schema("s",
                        namespace("common").table("countries", t -> t.column("id", integer()).primaryKey())));
    }
}
