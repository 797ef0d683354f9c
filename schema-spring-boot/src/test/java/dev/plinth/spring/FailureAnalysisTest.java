package dev.plinth.spring;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** What people read when a start fails, whole. */
class FailureAnalysisTest {

    private static final Path PAGE = Path.of(System.getProperty("plinth.root", ".."), "docs", "spring-boot.md");

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aFailedApply() {
        Schema schema = schema("wrong", table("wrong", t -> t.column("shape", nativeType("no_such_type"))));

        Runner.on(database, schema).run(context -> assertThat(Analysis.of(context)).isEqualTo(
                """
                applying schema "wrong" to postgres (0 of 1 steps done): table wrong: type "no_such_type" does not exist \
                (SQLSTATE 42704); the statement was: CREATE TABLE "public"."wrong" (
                  "shape" no_such_type
                )

                FAILED: Mend what the store says, and start again: what was done stays, and the next start goes on."""));
    }

    @Test
    void aDatabaseThatThePoolCannotReach() {
        Runner.whole(database).withBean(Schema.class, () -> Shop.ITEMS)
                .withPropertyValues(Runner.WITHOUT_JPA,
                        "spring.datasource.url=jdbc:postgresql://no-such-host.invalid/shop")
                .run(context -> assertThat(Analysis.of(context)).isEqualTo(
                        """
                        applying schema "items" to postgres: the database could not be inspected: the host name \
                        no-such-host.invalid is not known (SQLSTATE 08001); correct the host name

                        FAILED: Mend what the store says, and start again: what was done stays, and the next start goes on."""));
    }

    @Test
    void verifyFindsSomethingMissingAndDrift() {
        database.execute("CREATE TABLE item (id bigint PRIMARY KEY, name text NOT NULL)");
        Schema schema = schema("shop", Shop.ITEM, Shop.INVOICE);

        Runner.on(database, schema).withPropertyValues("plinth.mode=verify").run(context -> {
            assertThat(Analysis.of(context)).isEqualTo("""
                        schema "shop" has what failOn forbids (missing, drift): postgres: table invoice (and 1 more in the report)
                        DRIFT in postgres: column item.name: type: schema says character varying(200), store has text; \
                        left as it is; change it with a migration, or change the schema

                        MISSING: Let an apply create it, here by plinth.mode=apply or in a step of the deployment before this \
                        start.
                        DRIFT: Change the declaration or, by hand, the store; Plinth alters nothing. To start all the same, \
                        leave drift out of plinth.fail-on.""");
            assertThat(Files.readString(PAGE)).contains("Description:\n\n" + Analysis.of(context)
                    .replace("\n\n", "\n\nAction:\n\n") + "\n```\n");
        });
    }

    @Test
    void anInvalidSchema() {
        Runner.on(database).withBean(Schema.class,
                () -> schema("shop", table("item", t -> {
                    t.column("a", varchar(20)).references("nowhere");
                })))
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        schema "shop" cannot be used:
                        [ERROR] item -> "nowhere": no such table. Add the table to schema(...), or correct the name. \
                        | UnresolvedReference

                        Correct the declaration; each line says what to write instead. A unit test that builds the schema \
                        finds this without a database."""));
    }

    @Test
    void noDataSource() {
        Runner.plain()
                .withBean(Schema.class, () -> Shop.ITEMS)
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        Plinth needs one bean of type javax.sql.DataSource: there is none.

                        Define such a bean. To leave the schema alone, set plinth.mode=off."""));
    }

    @Test
    void aFamilyWithoutItsArtifact() {
        Runner.on(database, Shop.BOTH)
                .withClassLoader(new FilteredClassLoader("dev.plinth.dynamo", "software.amazon.awssdk"))
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        Schema "shop" has a part for DynamoDB, and dev.plinth:schema-dynamo is not on the class path.

                        Add the dependency dev.plinth:schema-dynamo, or make the bean of the other part of the schema only: \
                        onlySql() or onlyDynamo()."""));
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aDeadlineThatIsNone() {
        Runner.on(database, Shop.ITEMS).withPropertyValues("plinth.deadline=0s")
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        "schema": deadline(PT0S): nothing can be done in no time; give a positive duration such as \
                        Duration.ofSeconds(30)

                        Correct the properties plinth.*, or the customizer that says so."""));
    }

    @Test
    void aModeThatDoesNotExist() {
        Runner.on(database, Shop.ITEMS).withPropertyValues("plinth.mode=create")
                .run(context -> assertThat(Analysis.of(context)).contains("plinth.mode", "create", "APPLY", "OFF",
                        "VERIFY"));
    }
}
