package dev.plinth.json;

import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.extensionOperator;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.model.Schema;
import org.junit.jupiter.api.Test;

class ConstraintJsonTest {

    private static final Schema SCHEMA = schema("stays", table("stays", t -> {
        var house = t.column("house", integer()).notNull("in_a_house");
        var room = t.column("room", integer());
        var other = t.column("other", integer());
        var during = t.column("during", nativeType("daterange"));
        t.primaryKey(house, room).include(other).with("fillfactor", 80);
        t.unique(other, during).withoutOverlaps().nullsNotDistinct().initiallyDeferred();
        t.exclude(room.with("="), during.with(extensionOperator("postgis", "&&"))).using(GIST).where("room > 0")
                .deferrable();
        t.check("positive", "room > 0").noInherit().notValid();
        t.foreignKey(house, other).references("stays").matchFull().onDelete(SET_NULL, other).deferrable().notEnforced();
    }));

    @Test
    void writesWhatAConstraintSaysBesidesItsColumns() {
        assertThat(SchemaJson.toCompactJson(SCHEMA)).contains(
                "\"notNull\":true,\"notNullName\":\"in_a_house\"}",
                "{\"kind\":\"primaryKey\",\"name\":\"stays_pkey\",\"columns\":[\"house\",\"room\"],\"include\":[\"other\"],"
                        + "\"with\":{\"fillfactor\":\"80\"}}",
                "{\"kind\":\"unique\",\"name\":\"stays_other_during_key\",\"columns\":[\"other\",\"during\"],"
                        + "\"nullsNotDistinct\":true,\"withoutOverlaps\":true,\"deferral\":\"INITIALLY_DEFERRED\"}",
                "{\"kind\":\"exclusion\",\"name\":\"stays_room_during_excl\",\"method\":\"gist\",\"elements\":["
                        + "{\"kind\":\"column\",\"name\":\"room\",\"operator\":{\"name\":\"=\"}},"
                        + "{\"kind\":\"column\",\"name\":\"during\",\"operator\":{\"extension\":\"postgis\",\"name\":\"&&\"}}],"
                        + "\"deferral\":\"DEFERRABLE\",\"predicate\":{\"kind\":\"sql\",\"text\":\"room > 0\"}}",
                "\"noInherit\":true,\"enforcement\":\"NOT_VALID\"}",
                "\"matchFull\":true,\"onDelete\":\"SET_NULL\",\"onDeleteColumns\":[\"other\"],\"deferral\":\"DEFERRABLE\","
                        + "\"enforcement\":\"NOT_ENFORCED\"}");
    }

    @Test
    void aNameOfNotNullIsOfAColumnThatIsNotNull() {
        String json = SchemaJson.toCompactJson(SCHEMA).replace("\"notNull\":true,\"notNullName\"", "\"notNullName\"");

        assertThatThrownBy(() -> SchemaJson.parse(json))
                .hasMessageContaining("\"notNullName\" is the name of what \"notNull\" says, which is not there");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SchemaJson.parse(SchemaJson.toJson(SCHEMA))).isEqualTo(SCHEMA);
    }
}
