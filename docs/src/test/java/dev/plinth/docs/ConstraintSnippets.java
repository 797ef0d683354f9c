package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.postgres.GuardedAddition.EXCLUSION_CONSTRAINT;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresStore;
import javax.sql.DataSource;

/** The Java of docs/constraints.md. */
final class ConstraintSnippets {

    static final OperatorClass INTEGERS = extensionOperatorClass("btree_gist", "gist_int4_ops");

    static final Table ROOMS = table("rooms", t -> {
        var house = t.column("house", integer());
        var number = t.column("number", integer());
        var name = t.column("name", text()).notNull("rooms_have_names");
        t.primaryKey(house, number).include(name).with("fillfactor", 80);
        t.unique(name).nullsNotDistinct().initiallyDeferred();
        t.check("rooms_number", "number > 0").notValid();
    });

    static final Table STAYS = table("stays", t -> {
        var house = t.column("house", integer());
        var room = t.column("room", integer());
        var during = t.column("during", nativeType("tsrange"));
        t.foreignKey(house, room).references(ROOMS).matchFull().onDelete(CASCADE).deferrable();
        t.foreignKey(house, room).references(ROOMS).onDelete(SET_NULL, room).named("stays_room");
        t.exclude(room.operatorClass(INTEGERS).with("="), during.with("&&")).using(GIST).where("house > 0");
    });

    static final Schema SCHEMA = schema("hotel", ROOMS, STAYS);

    private ConstraintSnippets() {}

    static PostgresStore store(DataSource dataSource) {
        return PostgresStore.of(dataSource).allow(EXCLUSION_CONSTRAINT);
    }
}
