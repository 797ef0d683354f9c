package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import java.util.List;

class InheritanceTest extends KindAcceptance {

    private static final Table VEHICLES = table("vehicles", t -> {
        t.column("id", bigserial()).primaryKey();
        t.column("wheels", integer()).notNull().defaultTo(literal(4));
        t.column("colour", text());
        t.check("some_wheels", "wheels > 0");
        t.check("known_colour", "colour <> 'None at all' AND wheels <> 7");
        t.check("nobody", "false").noInherit();
    });

    private static final Table TAXED = table("taxed", t -> {
        t.column("tax", numeric(10, 2));
        t.column("colour", text()).defaultTo(literal("white"));
    });

    private static final Table CARS = table("cars", t -> {
        t.inherits(VEHICLES, TAXED);
        t.column("doors", integer());
        t.column("colour", text()).notNull().defaultTo(literal("red"));
        t.primaryKey(t.column("id"));
        t.check("known_colour", "((Colour != 'None at all') AND wheels!=7)");
        t.index(t.column("tax"));
    });

    private static final Table BIKES = table("bikes", t -> {
        t.inherits(VEHICLES);
        t.column("wheels").comment("Two of them");
    });

    @Override
    Schema declared() {
        return schema("inheritance", VEHICLES, TAXED, CARS, BIKES);
    }

    @Override
    String plainSql() {
        return """
                CREATE TABLE vehicles (id bigserial PRIMARY KEY, wheels integer NOT NULL DEFAULT 4, colour text,
                    CONSTRAINT some_wheels CHECK (wheels > 0),
                    CONSTRAINT known_colour CHECK (colour <> 'None at all' AND wheels <> 7), CONSTRAINT nobody CHECK (false) NO INHERIT);
                CREATE TABLE taxed (tax numeric(10, 2), colour text DEFAULT 'white');
                CREATE TABLE cars (doors integer, colour text NOT NULL DEFAULT 'red', PRIMARY KEY (id),
                    CONSTRAINT known_colour CHECK (colour <> 'None at all' AND wheels <> 7))
                    INHERITS (vehicles, taxed);
                CREATE INDEX ON cars (tax);
                CREATE TABLE bikes () INHERITS (vehicles);
                COMMENT ON COLUMN bikes.wheels IS 'Two of them';
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE cars",
                "DROP TABLE bikes; DROP INDEX cars_tax_idx",
                "ALTER TABLE vehicles DROP CONSTRAINT some_wheels, DROP COLUMN wheels",
                "DROP TABLE vehicles CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of(
                        "ALTER TABLE cars NO INHERIT taxed",
                        "table cars: inheritance: schema says INHERITS (vehicles, taxed), store has INHERITS (vehicles)"),
                Change.of(
                        "CREATE TABLE more (tax numeric(10, 2)); ALTER TABLE taxed INHERIT more",
                        "table taxed: inheritance: store has INHERITS (more), which the schema does not declare"),
                Change.of(
                        "ALTER TABLE bikes NO INHERIT vehicles; ALTER TABLE bikes INHERIT vehicles",
                        "column bikes.id: inheritance: schema says inherited, store has a column of its own",
                        "column bikes.wheels: inheritance: schema says inherited, store has a column of its own",
                        "column bikes.colour: inheritance: schema says inherited, store has a column of its own"),
                Change.of(
                        "ALTER TABLE cars ALTER wheels SET DEFAULT 3",
                        "column cars.wheels: default: schema says 4, store has 3"),
                Change.of(
                        "ALTER TABLE cars ALTER id DROP DEFAULT; CREATE SEQUENCE own OWNED BY bikes.id;"
                                + " ALTER TABLE bikes ALTER id SET DEFAULT nextval('own')",
                        "column cars.id: default: schema says nextval('vehicles_id_seq'), store has nothing",
                        "column bikes.id: default: schema says nextval('vehicles_id_seq'), store has nextval('own')"),
                Change.of(
                        "ALTER TABLE bikes ALTER colour SET STORAGE EXTERNAL, ALTER wheels SET STATISTICS 10;"
                                + " ALTER TABLE vehicles ALTER id SET STATISTICS 20",
                        "column vehicles.id: STATISTICS: store has 20, which the schema does not declare; left as it is;"
                                + " ALTER TABLE vehicles ALTER COLUMN id SET STATISTICS -1 changes it, or change the schema",
                        "column bikes.wheels: STATISTICS: store has 10, which the schema does not declare; left as it is;"
                                + " ALTER TABLE bikes ALTER COLUMN wheels SET STATISTICS -1 changes it, or change the schema",
                        "column bikes.colour: STORAGE: store has EXTERNAL, which the schema does not declare; left as it is;"
                                + " ALTER TABLE bikes ALTER COLUMN colour SET STORAGE DEFAULT changes it, or change the schema"),
                Change.of(
                        "ALTER TABLE vehicles ALTER wheels SET DEFAULT 3",
                        "column vehicles.wheels: default: schema says 4, store has 3"));
    }
}
