package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Function;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTypeTest extends KindAcceptance {

    private static final DomainType POSITIVE = domain("pos", integer(), d -> d.check("positive", "VALUE > 0"));

    private static final CompositeType PAIR =
            compositeType("pair", c -> c.attribute("a", integer()).attribute("b", POSITIVE));

    private static final CompositeType ALONE =
            compositeType("alone", c -> c.attribute("a", integer()).attribute("b", POSITIVE));

    private static final String WAITS =
            ": values of domain pos would be inside of another type, where PostgreSQL cannot check them, so"
                    + " constraint positive on pos, which has to wait, could not be added or validated behind it; it comes with"
                    + " the constraint, or at once if that is declared notValid()";

    private static final DomainType EMAIL = domain("email", varchar(200), d -> d.notNull()
            .defaultTo(literal("nobody@example.com"))
            .collate("C")
            .check("email_shape", "VALUE ~ '^[^@ ]+@[^@ ]+$'")
            .check("email_lower", "VALUE = lower(VALUE)"));

    private static final DomainType WORK_EMAIL =
            namespace("App").domain("Work Email", EMAIL, d -> d.check("company", "VALUE LIKE '%@example.com'"));

    private static final DomainType FEW =
            domain("few", arrayOf(integer()), d -> d.check("few_check", "array_length(VALUE, 1) BETWEEN 1 AND 3"));

    private static final CompositeType ADDRESS =
            compositeType("address", c -> c.attribute("street", text()).attribute("emails", arrayOf(EMAIL)));

    private static final DomainType HOME =
            domain("home", ADDRESS, d -> d.check("street_known", "(VALUE).street IS NOT NULL"));

    private static final DomainType MOOD =
            domain("mood", enumType("feeling", "sad", "ok"), d -> d.defaultTo(literal("ok")));

    private static final DomainType PLAIN = domain("plain", text());

    private static final DomainType LOOSE = domain("loose", text(), d -> d
            .collate(namespace("App").collation("Bytes", c -> c.locale("C")))
            .check("filled", "VALUE <> ''")
            .notValid());

    @Override
    Schema declared() {
        return schema(
                "domains",
                table("people", t -> {
                    t.column("id", integer()).primaryKey();
                    t.column("email", EMAIL);
                    t.column("work", WORK_EMAIL);
                    t.column("all_emails", arrayOf(EMAIL));
                    t.column("few", FEW);
                    t.column("home", HOME);
                    t.column("mood", MOOD);
                }),
                PLAIN,
                LOOSE);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE DOMAIN email AS varchar(200) COLLATE "C" DEFAULT 'nobody@example.com' NOT NULL
                    CONSTRAINT email_shape CHECK (VALUE ~ '^[^@ ]+@[^@ ]+$')
                    CONSTRAINT email_lower CHECK (VALUE = lower(VALUE));
                CREATE DOMAIN "App"."Work Email" AS email CONSTRAINT company CHECK (VALUE LIKE '%@example.com');
                CREATE DOMAIN few AS integer[] CONSTRAINT few_check CHECK (array_length(VALUE, 1) BETWEEN 1 AND 3);
                CREATE TYPE address AS (street text, emails email[]);
                CREATE DOMAIN home AS address CONSTRAINT street_known CHECK ((VALUE).street IS NOT NULL);
                CREATE TYPE feeling AS ENUM ('sad', 'ok');
                CREATE DOMAIN mood AS feeling DEFAULT 'ok';
                CREATE DOMAIN plain AS text;
                CREATE COLLATION "App"."Bytes" (LOCALE = 'C');
                CREATE DOMAIN loose AS text COLLATE "App"."Bytes";
                ALTER DOMAIN loose ADD CONSTRAINT filled CHECK (VALUE <> '') NOT VALID;
                CREATE TABLE people (
                    id integer PRIMARY KEY,
                    email email,
                    work "App"."Work Email",
                    all_emails email[],
                    few few,
                    home home,
                    mood mood);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE people",
                "DROP DOMAIN plain",
                "DROP TABLE people; DROP DOMAIN home; DROP TYPE address; DROP DOMAIN \"App\".\"Work Email\", email",
                "ALTER TABLE people DROP COLUMN mood; DROP DOMAIN mood; DROP TYPE feeling",
                "ALTER TABLE people DROP COLUMN home",
                "DROP SCHEMA \"App\" CASCADE",
                "ALTER DOMAIN few DROP CONSTRAINT few_check",
                "ALTER DOMAIN few DROP CONSTRAINT few_check; ALTER DOMAIN few ADD CONSTRAINT few_check"
                        + " CHECK (array_length(VALUE, 1) BETWEEN 1 AND 3) NOT VALID",
                "ALTER DOMAIN loose DROP CONSTRAINT filled",
                "DROP DOMAIN loose; DROP COLLATION \"App\".\"Bytes\"",
                "ALTER DOMAIN home DROP CONSTRAINT street_known");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("ALTER DOMAIN email DROP NOT NULL",
                        "domain email: nullability: schema says NOT NULL, store has nullable"),
                Change.of("ALTER DOMAIN email SET DEFAULT 'somebody@example.com'",
                        "domain email: default: schema says 'nobody@example.com', store has"
                                + " 'somebody@example.com'::character varying"),
                Change.of("ALTER DOMAIN mood DROP DEFAULT",
                        "domain mood: default: schema says 'ok', store has nothing"),
                Change.of("ALTER DOMAIN plain SET DEFAULT 'x'",
                        "domain plain: default: store has 'x'::text, which the schema does not declare"),
                Change.of("ALTER DOMAIN few DROP CONSTRAINT few_check;"
                        + " ALTER DOMAIN few ADD CONSTRAINT few_check CHECK (array_length(VALUE, 1) BETWEEN 1 AND 4)",
                        "domain few: check few_check: schema says CHECK (array_length(VALUE, 1) BETWEEN 1 AND 3), store has"
                                + " CHECK ((array_length(VALUE, 1) >= 1) AND (array_length(VALUE, 1) <= 4))"),
                Change.of("ALTER DOMAIN plain ADD CONSTRAINT long CHECK (length(VALUE) > 3)",
                        "domain plain: check long: store has CHECK (length(VALUE) > 3), which the schema does not declare"),
                Change.of("ALTER DOMAIN few RENAME CONSTRAINT few_check TO other",
                        "domain few: check: schema says few_check, store has other; it counts as present; name it \"other\" in"
                                + " the schema to make them agree"),
                Change.of("ALTER DOMAIN plain ADD CONSTRAINT long CHECK (length(VALUE) > 3) NOT VALID",
                        "domain plain: check long: store has CHECK (length(VALUE) > 3) NOT VALID, which the schema does not"
                                + " declare"),
                Change.of("ALTER DOMAIN loose VALIDATE CONSTRAINT filled",
                        "domain loose: check filled: schema says NOT VALID, store has valid for all rows"),
                Change.of("DROP DOMAIN plain; CREATE DOMAIN plain AS varchar",
                        "domain plain: type: schema says text, store has character varying"),
                Change.of("DROP DOMAIN plain; CREATE DOMAIN plain AS text COLLATE \"C\"",
                        "domain plain: collation: store has COLLATE pg_catalog.C, which the schema does not declare"),
                Change.of("DROP DOMAIN plain; CREATE TYPE plain AS ENUM ()",
                        "domain plain: name: schema says a domain, store has an enum type; nothing is created under that"
                                + " name; rename one of the two"),
                Change.of("ALTER TABLE people ALTER mood TYPE feeling",
                        "column people.mood: type: schema says mood, store has feeling"));
    }

    @Test
    void valuesThatStandAgainstACheckAreShown() {
        DomainType code = domain("code", text(), d -> d.check("short", "length(VALUE) < 5"));
        Schema schema = schema("codes", table("codes", t -> t.column("code", code)));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE DOMAIN code AS text; CREATE DOMAIN longer AS code;"
                    + " CREATE TABLE codes (code code); CREATE TABLE others (\"Code\" longer);"
                    + " INSERT INTO codes VALUES ('abc'); INSERT INTO others VALUES ('abcdef')");
            assertThat(blocked(database, schema)).isEqualTo("values do not meet the condition, for example"
                    + " others.Code: abcdef; mend them, then apply again");
            database.execute("CREATE TABLE baskets (all_codes code[])");
            assertThat(blocked(database, schema)).isEqualTo("values of the domain are inside of another type in"
                    + " baskets.all_codes, where PostgreSQL cannot check them; declare the check notValid()");
            DomainType loose =
                    domain("code", text(), d -> d.check("short", "length(VALUE) < 5").notValid());
            Report report = SchemaInitializer.of(schema("codes", table("codes", t -> t.column("code", loose))))
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();
            assertThat(report.isComplete()).isTrue();
            assertThat(report.steps(Step.Status.DONE).getFirst().statements()).containsExactly(
                    "ALTER DOMAIN \"public\".\"code\" ADD CONSTRAINT \"short\" CHECK (length(VALUE) < 5) NOT VALID");
        }
    }

    /** Values that are no texts, and that no text can be put in front of as they are. */
    @Test
    void valuesOfOtherTypesAreShownToo() {
        DomainType document = domain("document", jsonb(), d -> d.check("object", "jsonb_typeof(VALUE) = 'object'"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE DOMAIN document AS jsonb; CREATE TABLE files (content document);"
                    + " INSERT INTO files VALUES ('[1]')");

            assertThat(blocked(database, schema("files", table("files", t -> t.column("content", document)))))
                    .isEqualTo(
                            "values do not meet the condition, for example files.content: [1]; mend them, then apply again");
        }
    }

    /** The checks of tables are in the same catalog, and no text is printed of them without their table. */
    @Test
    void aCheckIsAddedWhereATableHasOneToo() {
        DomainType code = domain("code", text(), d -> d.check("short", "length(VALUE) < 5"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE DOMAIN code AS text;"
                    + " CREATE TABLE codes (id integer, CONSTRAINT short CHECK (id < 5))");

            Report report = SchemaInitializer.of(schema("codes", code))
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.steps(Step.Status.DONE).getFirst().statements()).containsExactly(
                    "ALTER DOMAIN \"public\".\"code\" ADD CONSTRAINT \"short\" CHECK (length(VALUE) < 5)");
        }
    }

    private static String blocked(TestDatabase database, Schema schema) {
        Report report =
                SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();
        return report.steps(Step.Status.BLOCKED).getFirst().detail();
    }

    @Test
    void aCheckIsAddedToADomainInUseAndSaysWhatThatMeans() {
        DomainType code = domain("code", text(), d -> d.check("short", "length(VALUE) < 5"));
        Schema schema = schema("codes", table("codes", t -> t.column("code", code)));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE DOMAIN code AS text; CREATE TABLE codes (code code); INSERT INTO codes VALUES ('abc')");
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            Report report = initializer.apply();

            Step step = report.steps(Step.Status.DONE).getFirst();
            assertThat(step.statements()).containsExactly(
                    "ALTER DOMAIN \"public\".\"code\" ADD CONSTRAINT \"short\" CHECK (length(VALUE) < 5)");
            assertThat(step.hazards().stream().map(Hazard::kind)).containsExactly(
                    Hazard.Kind.BLOCKS_WRITES, Hazard.Kind.SCANS_TABLE, Hazard.Kind.REJECTS_WRITES);
            assertThat(initializer.plan().isEmpty()).isTrue();
        }
    }

    /** PostgreSQL adds no check to a domain that columns hold inside of another type. */
    @Test
    void aCheckIsAddedBeforeTheColumnsThatHoldTheDomain() {
        DomainType pos = domain("pos", integer(), d -> d.check("pos_check", "public.fine(VALUE)"));
        Function fine = function("fine", f -> {
            f.argument("value", integer());
            f.returns(bool()).language("sql").immutable().body("SELECT $1 > 0");
        });
        CompositeType pair = compositeType("pair", c -> c.attribute("a", integer()).attribute("b", pos));
        Schema schema = schema(
                "holders",
                table("t", t -> t.column("a", arrayOf(pos))),
                table("u", t -> t.column("pair", pair)),
                table("v", t -> t.column("p", pos)),
                fine);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            database.execute("CREATE DOMAIN pos AS integer; CREATE TYPE pair AS (a integer);"
                    + " CREATE TABLE u (pair pair); CREATE TABLE v (p pos); INSERT INTO v VALUES (1)");

            Report report = SchemaInitializer.of(schema).with(store).apply();

            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE FUNCTION \"public\".\"fine\"(\"value\" integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$SELECT $1 > 0$body$",
                            "ALTER DOMAIN \"public\".\"pos\" ADD CONSTRAINT \"pos_check\" CHECK (public.fine(VALUE))",
                            "ALTER TYPE \"public\".\"pair\" ADD ATTRIBUTE \"b\" \"public\".\"pos\"",
                            "CREATE TABLE \"public\".\"t\" (\n  \"a\" \"public\".\"pos\"[]\n)");
            assertThat(SchemaInitializer.of(schema).with(store).apply().stores().getFirst().steps()).isEmpty();
        }
    }

    @Test
    void aPartitionedTableWithoutPartitionsHoldsADomainToo() {
        DomainType code = domain("code", text(), d -> d.check("short", "length(VALUE) < 5"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE DOMAIN code AS text;"
                    + " CREATE TABLE years (year integer, codes code[]) PARTITION BY LIST (year)");

            assertThat(blocked(database, schema("codes", code)))
                    .isEqualTo("values of the domain are inside of another type in"
                            + " years.codes, where PostgreSQL cannot check them; declare the check notValid()");
        }
    }

    /** It has no rows, and PostgreSQL refuses the check behind an attribute of the type all the same. */
    @Test
    void aPartitionedTableWithoutPartitionsHoldsAnAttributeToo() {
        Schema schema = schema("holders", table("v", t -> t.column("p", POSITIVE)), PAIR, ALONE);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
            database.execute("CREATE DOMAIN pos AS integer; CREATE TYPE pair AS (a integer);"
                    + " CREATE TYPE alone AS (a integer); CREATE TABLE p (id integer, pair pair) PARTITION BY LIST (id);"
                    + " CREATE TABLE v (p pos); INSERT INTO v VALUES (-1)");

            Report report = initializer.apply();

            assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                    .containsExactly(
                            "DONE attribute b on alone",
                            "BLOCKED constraint positive on pos: values do not meet the condition, for example v.p: -1;"
                                    + " mend them, then apply again",
                            "BLOCKED attribute b on pair" + WAITS);
            database.execute("UPDATE v SET p = 1");
            assertThat(initializer.apply().isComplete()).isTrue();
            assertThat(initializer.plan().isEmpty()).isTrue();
        }
    }

    @Test
    void aCheckIsValidatedBeforeTheColumnsThatHoldTheDomain() {
        Schema schema = schema(
                "holders", table("t", t -> t.column("a", arrayOf(POSITIVE))), table("v", t -> t.column("p", POSITIVE)));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            database.execute("CREATE DOMAIN pos AS integer; CREATE TABLE v (p pos); INSERT INTO v VALUES (1);"
                    + " ALTER DOMAIN pos ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID");

            Report report = SchemaInitializer.of(schema).with(store).apply();

            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "ALTER DOMAIN \"public\".\"pos\" VALIDATE CONSTRAINT \"positive\"",
                            "CREATE TABLE \"public\".\"t\" (\n  \"a\" \"public\".\"pos\"[]\n)");
        }
    }

    /** What may be made before the values are mended: all that PostgreSQL can look into afterwards. */
    @Test
    void whatWouldHoldTheDomainInsideOfAnotherTypeWaitsWithItsCheck() {
        CompositeType fresh = compositeType("fresh", c -> c.attribute("b", POSITIVE));
        Schema schema = schema(
                "holders",
                table("plain", t -> t.column("p", POSITIVE)),
                table("values", t -> {
                    t.column("p", POSITIVE);
                    t.column("all", arrayOf(POSITIVE));
                    t.column("n", integer());
                }),
                table("arrays", t -> t.column("all", arrayOf(POSITIVE))),
                table("stored", t -> t.column("pair", PAIR)),
                table("pairs", t -> t.column("pair", PAIR)),
                table("freshes", t -> t.column("fresh", fresh)),
                ALONE);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
            database.execute(
                    "CREATE DOMAIN pos AS integer; CREATE TYPE pair AS (a integer); CREATE TYPE alone AS (a integer);"
                            + " CREATE TABLE stored (pair pair); CREATE TABLE \"values\" (p pos); INSERT INTO \"values\" VALUES (-1)");

            Report report = initializer.apply();

            assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                    .containsExactly(
                            "DONE composite type fresh",
                            "DONE attribute b on alone",
                            "DONE table plain",
                            "DONE table pairs",
                            "DONE column values.n",
                            "BLOCKED constraint positive on pos: values do not meet the condition, for example values.p: -1;"
                                    + " mend them, then apply again",
                            "BLOCKED attribute b on pair" + WAITS,
                            "BLOCKED table arrays" + WAITS,
                            "BLOCKED table freshes" + WAITS,
                            "BLOCKED column values.all" + WAITS);
            database.execute("UPDATE \"values\" SET p = 1");
            assertThat(initializer.apply().isComplete()).isTrue();
            assertThat(initializer.plan().isEmpty()).isTrue();
        }
    }
}
