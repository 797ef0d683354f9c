package dev.plinth.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job, as a process of its own, on a real PostgreSQL and on DynamoDB Local. */
class StoresTest {

    private static final String SCHEMA = "--schema=dev.plinth.job.Shop#SCHEMA";
    private static final String TABLES = "--schema=dev.plinth.job.Shop#TABLES";
    private static final String DOCUMENTS = "--schema=dev.plinth.job.Shop#DOCUMENTS";

    private static LocalStores stores;

    @BeforeAll
    static void start() {
        stores = LocalStores.start();
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Test
    void planTellsAllApplyDoesItVerifyFindsItAsDeclared() {
        Program job = both();

        Program.Result plan = job.run("plan", SCHEMA);
        assertThat(plan.out()).isEqualTo("""
                Plan for schema "shop": 2 to do (TIME)

                postgres (PostgreSQL VERSION, database DATABASE): 1 to do (TIME)
                  create     table customers
                             CREATE TABLE "public"."customers" (
                               "id" uuid DEFAULT gen_random_uuid() NOT NULL,
                               "email" text NOT NULL,
                               CONSTRAINT "customers_pkey" PRIMARY KEY ("id"),
                               CONSTRAINT "customers_email_key" UNIQUE ("email")
                             )

                dynamodb (eu-central-1 at localhost:PORT): 1 to do (TIME)
                  create     DynamoDB table Carts
                             {
                               "AttributeDefinitions": [
                                 {
                                   "AttributeName": "cart_id",
                                   "AttributeType": "S"
                                 }
                               ],
                               "TableName": "Carts",
                               "KeySchema": [
                                 {
                                   "AttributeName": "cart_id",
                                   "KeyType": "HASH"
                                 }
                               ],
                               "BillingMode": "PAY_PER_REQUEST"
                             }
                """);
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(job.run("apply", SCHEMA, "--quiet", "--deadline", "2m")).isEqualTo(new Program.Result(0, """
                Applied schema "shop": 2 done (TIME)

                postgres (PostgreSQL VERSION, database DATABASE): 1 done (TIME)
                  created    table customers

                dynamodb (eu-central-1 at localhost:PORT): 1 done (TIME)
                  created    DynamoDB table Carts
                """, ""));
        assertThat(job.run("verify", SCHEMA)).isEqualTo(new Program.Result(0, """
                Verified schema "shop": as declared (TIME)

                postgres (PostgreSQL VERSION, database DATABASE): as declared (TIME)

                dynamodb (eu-central-1 at localhost:PORT): as declared (TIME)
                """, ""));
    }

    @Test
    void everyResultHasAFormForPrograms() {
        Program job = Program.with(stores.database());

        assertThat(job.run("plan", TABLES, "--json")).isEqualTo(new Program.Result(2, """
                {
                  "verb": "PLAN",
                  "schema": "shop",
                  "fingerprint": "539216944999ec1d962e9e3fbafe7f0e87a8a4f7a968050eda41af9d603b9bdc",
                  "exitCode": 2,
                  "findings": [ "MISSING" ],
                  "stores": [
                    {
                      "store": "postgres",
                      "target": "PostgreSQL VERSION, database DATABASE",
                      "steps": [
                        {
                          "kind": "createTable",
                          "subject": { "kind": "TABLE", "name": "customers" },
                          "status": "PLANNED",
                          "reason": "it does not exist",
                          "statements": [
                            "CREATE TABLE \\"public\\".\\"customers\\" (\\n  \\"id\\" uuid DEFAULT gen_random_uuid() NOT NULL,\\n\
                  \\"email\\" text NOT NULL,\\n  CONSTRAINT \\"customers_pkey\\" PRIMARY KEY (\\"id\\"),\\n\
                  CONSTRAINT \\"customers_email_key\\" UNIQUE (\\"email\\")\\n)"
                          ]
                        }
                      ],
                      "durationMillis": TIME
                    }
                  ],
                  "durationMillis": TIME
                }
                """, ""));
        assertThat(job.run("apply", TABLES, "--json").err()).startsWith("[1/1] create table customers ...\n")
                .contains("postgres: finished in ");
        assertThat(job.run("verify", TABLES, "--json")).isEqualTo(new Program.Result(0, """
                {
                  "verb": "VERIFY",
                  "schema": "shop",
                  "fingerprint": "539216944999ec1d962e9e3fbafe7f0e87a8a4f7a968050eda41af9d603b9bdc",
                  "exitCode": 0,
                  "stores": [
                    { "store": "postgres", "target": "PostgreSQL VERSION, database DATABASE", "durationMillis": TIME }
                  ],
                  "durationMillis": TIME
                }
                """, ""));
    }

    @Test
    void findingsDecideTheExitCodeUnlessOthersAreNamed() {
        Map<String, String> database = stores.database();
        Program job = Program.with(database);
        stores.execute(database.get("PGDATABASE"), "CREATE TABLE customers (id uuid PRIMARY KEY DEFAULT "
                + "gen_random_uuid(), email varchar(99) NOT NULL CONSTRAINT customers_email_key UNIQUE)");

        Program.Result drift = job.run("verify", TABLES);
        assertThat(drift).isEqualTo(new Program.Result(2, """
                Verified schema "shop": 1 DIFFERENT (TIME)

                postgres (PostgreSQL VERSION, database DATABASE): 1 DIFFERENT (TIME)
                  DIFFERS    column customers.email: type: schema says text, store has character varying(99)
                             left as it is; change it with a migration, or change the schema
                """, ""));
        assertThat(job.run("verify", TABLES, "--fail-on", "missing,blocked").exitCode()).isZero();
        assertThat(job.run("verify", TABLES, "--fail-on", "none").exitCode()).isZero();
        assertThat(job.run("verify", TABLES, "--fail-on", "drift").exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheServerDoesNotOfferIsDeferredOnDemand() {
        Program job = Program.with(stores.database());

        Program.Result refused = job.run("apply", "--schema=dev.plinth.job.Shop#PLACES", "--quiet");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("plinth: applying schema \"places\" to postgres");
        Program.Result deferred =
                job.run("apply", "--schema=dev.plinth.job.Shop#PLACES", "--defer-missing-extensions", "--quiet");
        assertThat(deferred.exitCode()).isEqualTo(3);
        assertThat(deferred.out()).contains("created    table places", "DEFERRED   column places.position");
    }

    @Test
    void whatIsGuardedIsDoneOnDemand() {
        Map<String, String> database = stores.database();
        Program job = Program.with(database);
        stores.execute(database.get("PGDATABASE"), "CREATE TABLE stays (room integer); INSERT INTO stays VALUES (1)");

        Program.Result guarded = job.run("apply", "--schema=dev.plinth.job.Shop#STAYS", "--quiet");
        assertThat(guarded.exitCode()).isEqualTo(3);
        assertThat(guarded.out()).contains("BLOCKED    constraint stays_apart on stays");
        Program.Result allowed = job.run("apply", "--schema=dev.plinth.job.Shop#STAYS", "--quiet",
                "--allow", "exclusion-constraint,global-index");
        assertThat(allowed.exitCode()).isZero();
        assertThat(allowed.out()).contains("created    constraint stays_apart on stays");
    }

    @Test
    void aServiceWithoutDynamoNeedsNoAws() {
        Program job = Program.with(stores.database()).withoutAws();

        assertThat(job.run("apply", TABLES, "--quiet").exitCode()).isZero();
        assertThat(job.run("render", TABLES).exitCode()).isZero();
        assertThat(job.run("apply", SCHEMA)).isEqualTo(new Program.Result(64, "", """
                plinth: schema "shop" has a part for DynamoDB, and dev.plinth:schema-dynamo is not on the class path with \
                its dependencies; add it, or leave that part aside with --only postgres
                Nothing was done. --help shows verbs, options and variables.
                """));
        assertThat(job.run("apply", SCHEMA, "--only", "postgres").exitCode()).isZero();
    }

    @Test
    void aServiceWithoutPostgresNeedsNoDriver() {
        Program job = Program.with(stores.region()).withoutPostgres();

        assertThat(job.run("apply", DOCUMENTS, "--dynamodb-prefix", "staging-", "--quiet").out())
                .contains("1 done", "created    DynamoDB table Carts");
        assertThat(job.run("verify", DOCUMENTS, "--dynamodb-prefix", "staging-").exitCode()).isZero();
        assertThat(job.run("render", SCHEMA)).isEqualTo(new Program.Result(64, "", """
                plinth: schema "shop" has a part for PostgreSQL, and dev.plinth:schema-postgres is not on the class path \
                with its dependencies; add it, or leave that part aside with --only dynamodb
                Nothing was done. --help shows verbs, options and variables.
                """));
    }

    @Test
    void aStoreThatCannotBeReachedIsOneClearLineAndTheOtherIsDoneAllTheSame() {
        Program job = both();

        Program.Result refused = job.and("PGPORT", "1").run("apply", SCHEMA, "--quiet");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("created    DynamoDB table Carts");
        assertThat(refused.err()).isEqualTo("plinth: applying schema \"shop\" to postgres: the database could not be "
                + "inspected: Connection to localhost:PORT refused. Check that the hostname and port are correct and that "
                + "the postmaster is accepting TCP/IP connections. (SQLSTATE 08001); check that the server runs and can be "
                + "reached, then apply again [postgres@localhost:PORT/DATABASE, sslmode prefer]; dynamodb did not fail "
                + "(1 of 1 steps done)\n");
        Program.Result unknown =
                job.and("PGHOST", "db.invalid").and("PGSSLMODE", "disable").run("plan", TABLES, "--json");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.out()).contains("\"findings\": [ \"FAILED\" ]");
        assertThat(unknown.err()).contains("the host name db.invalid is not known").hasLineCount(1);
        assertThat(job.and("PGDATABASE", "nowhere").run("verify", TABLES).err())
                .contains("database \"nowhere\" does not exist (SQLSTATE 3D000)").hasLineCount(1);
        assertThat(refused + "" + unknown).doesNotContain("correct-horse").doesNotContain("jdbc:");
    }

    private static Program both() {
        Map<String, String> environment = new HashMap<>(stores.database());
        environment.putAll(stores.region());
        return Program.with(environment);
    }
}
