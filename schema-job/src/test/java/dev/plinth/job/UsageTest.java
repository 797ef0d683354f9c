package dev.plinth.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job, as a process of its own, where no store is asked. */
class UsageTest {

    private static final String SCHEMA = "--schema=dev.plinth.job.Shop#SCHEMA";
    private static final String HELP = "Nothing was done. --help shows verbs, options and variables.\n";

    private final Program job = Program.with(Map.of());

    @Test
    void rendersBothHalves() {
        assertThat(job.run("render", SCHEMA)).isEqualTo(new Program.Result(0, """
                -- Schema shop for PostgreSQL.
                --
                -- Creates what is missing, by name, and can be run again at any time. What exists is passed over, whatever
                -- it looks like: no column is added to a table that exists, and an index is passed over where any other
                -- relation has its name.
                -- Run it with: psql -v ON_ERROR_STOP=1 -f <this file>

                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SET search_path = pg_catalog, pg_temp;

                -- Table customers
                CREATE TABLE IF NOT EXISTS "public"."customers" (
                  "id" uuid DEFAULT gen_random_uuid() NOT NULL,
                  "email" text NOT NULL,
                  CONSTRAINT "customers_pkey" PRIMARY KEY ("id"),
                  CONSTRAINT "customers_email_key" UNIQUE ("email")
                );

                # aws dynamodb create-table --cli-input-json file://Carts.create-table.json
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
                """, ""));
        assertThat(job.run("render", "--only", "dynamodb", SCHEMA, "--json")).isEqualTo(new Program.Result(0, """
                {
                  "schema": "shop",
                  "fingerprint": "024a41de4bfdc4c06bbffd1d851fe1b99deeaeffe1c8eac78720735083bdcafc",
                  "requests": [
                    {
                      "command": "create-table",
                      "fileName": "Carts.create-table.json",
                      "request": {
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
                    }
                  ]
                }
                """, ""));
    }

    @Test
    void theFingerprintNeedsNothingAtAll() {
        assertThat(job.withoutAws().run("fingerprint", SCHEMA)).isEqualTo(new Program.Result(0,
                "024a41de4bfdc4c06bbffd1d851fe1b99deeaeffe1c8eac78720735083bdcafc\n", ""));
        assertThat(job.run("fingerprint", SCHEMA, "--json")).isEqualTo(new Program.Result(0, """
                {
                  "schema": "shop",
                  "fingerprint": "024a41de4bfdc4c06bbffd1d851fe1b99deeaeffe1c8eac78720735083bdcafc"
                }
                """, ""));
    }

    @Test
    void aConstantThatIsNoneIsToldWithTheOneThatWasMeant() {
        refused("has no constant SCHEMAS. Did you mean \"SCHEMA\"?", "dev.plinth.job.Shop#SCHEMAS",
                "dev.plinth.job.Shop");
        refused("#CUSTOMERS is of type Table, not Schema. Its schemas: SCHEMA, TABLES, DOCUMENTS, LATER, PLACES, STAYS.",
                "dev.plinth.job.Shop#CUSTOMERS", "dev.plinth.job.Shop");
        refused("#LATER is null or cannot be read: declare it public static final, with its value",
                "dev.plinth.job.Shop#LATER", "dev.plinth.job.Shop");
        refused("#ofAnInstance is not static: declare it static final", "dev.plinth.job.Shop#ofAnInstance",
                "dev.plinth.job.Shop");
    }

    @Test
    void aClassThatIsNoneIsToldWithTheOneThatWasMeant() {
        assertThat(job.run("apply", "--schema", "dev.plinth.job.Shp#SCHEMA").err())
                .isEqualTo("plinth: --schema: no class "
                        + "dev.plinth.job.Shp is on the class path. Did you mean \"dev.plinth.job.Shop\"?\n" + HELP);
        assertThat(job.run("apply", "--schema", "com.acme.Schemas#SCHEMA").err())
                .isEqualTo(
                        "plinth: --schema: no class com.acme.Schemas is on the class path. Check its package, and that "
                                + "the jar it is in stands behind -cp.\n" + HELP);
        assertThat(job.run("apply", "--schema", "dev.plinth.job.Shop").err()).isEqualTo("plinth: --schema "
                + "dev.plinth.job.Shop: write the class, # and the constant, such as com.acme.Schemas#SCHEMA\n" + HELP);
    }

    @Test
    void aSchemaThatCannotBePutTogetherFailsWithItsProblems() {
        assertThat(job.run("apply", "--schema", "dev.plinth.job.Shop.Broken#SCHEMA"))
                .isEqualTo(new Program.Result(1, "",
                        """
                        plinth: dev.plinth.job.Shop.Broken cannot be used: schema "broken" cannot be used:
                        [ERROR] orders -> "custmers": no such table. Did you mean "customers"? | UnresolvedReference
                        """));
    }

    @Test
    void wordsThatAreNotUnderstoodAreToldTogether() {
        assertThat(job.run("aply", SCHEMA).err())
                .isEqualTo("plinth: \"aply\" is no verb. Did you mean \"apply\"?\n" + HELP);
        assertThat(job.run("apply", "--schma", "x", "--password", "hidden", "--json=yes", "--deadline"))
                .isEqualTo(new Program.Result(64, "", """
                        plinth: --schma is no option. Did you mean "--schema"?
                        plinth: --password is no option: how to connect is said by environment variables (PGHOST, \
                        PGDATABASE, PGUSER, PGPASSWORD or PGPASSWORD_FILE, AWS_REGION), as --help shows
                        plinth: --json=yes: --json has no value; write it alone
                        plinth: --deadline has no value: write it behind, as --help shows
                        """ + HELP));
        assertThat(job.run("apply", SCHEMA, "--deadline", "5 minutes").err())
                .isEqualTo("plinth: --deadline 5 minutes is "
                        + "not a time; write a number with h, m, s or ms behind it, such as 30s, 5m or 1h30m\n" + HELP);
        assertThat(job.run("apply", SCHEMA, "--fail-on", "drfit").err())
                .isEqualTo("plinth: --fail-on drfit is not known. Did you mean \"drift\"?\n" + HELP);
        assertThat(job.run("apply", SCHEMA, "--allow", "globalindex").err())
                .isEqualTo("plinth: --allow globalindex is not known. Did you mean \"global-index\"?\n" + HELP);
        assertThat(job.run("apply").err())
                .isEqualTo("plinth: --schema is missing: name a constant of type Schema, such "
                        + "as --schema com.acme.Schemas#SCHEMA\n" + HELP);
    }

    @Test
    void everyVariableThatIsMissingOrWrongIsToldAtOnce() {
        assertThat(job.run("apply", "--schema=dev.plinth.job.Shop#TABLES")).isEqualTo(new Program.Result(64, "", """
                plinth: PGHOST is not set; it is the host name of the database server
                plinth: PGDATABASE is not set; it is the name of the database
                plinth: PGUSER is not set; it is the role to connect as
                plinth: PGPASSWORD is not set, nor is PGPASSWORD_FILE or PGPASSFILE; it is the password of that role, empty \
                where the server asks for none
                """ + HELP));
        assertThat(job.and("PGHOST", "db").and("PGPORT", "x").and("PGDATABASE", "d").and("PGUSER", "u")
                .and("PGPASSWORD_FILE", "/no/such/file").and("PGSSLMODE", "verify_full")
                .and("AWS_ENDPOINT_URL_DYNAMODB", "localhost:8000").run("apply", SCHEMA)).isEqualTo(
                        new Program.Result(64, "", """
                                plinth: PGPORT is "x"; write a number from 1 to 65535
                                plinth: PGSSLMODE is "verify_full". Did you mean "verify-full"?
                                plinth: PGPASSWORD_FILE is "/no/such/file", which is not a file that can be read
                                plinth: AWS_ENDPOINT_URL_DYNAMODB is "localhost:PORT"; write a URL like \
                                http://localhost:PORT
                                """ + HELP));
    }

    @Test
    void theCertificateOfAnotherHostIsCheckedUnlessItIsSaidOtherwise(@TempDir Path secrets) throws IOException {
        Path password = Files.writeString(secrets.resolve("password"), "hidden\n");
        Program elsewhere = job.and("PGHOST", "db.example.com").and("PGDATABASE", "d").and("PGUSER", "u")
                .and("PGPASSWORD_FILE", password.toString());

        assertThat(elsewhere.run("apply", "--schema=dev.plinth.job.Shop#TABLES").err()).isEqualTo("""
                plinth: PGSSLROOTCERT is not set, and PGSSLMODE verify-full needs it: the path of a PEM file, for Amazon \
                RDS its certificate bundle; on a network that is trusted, PGSSLMODE=disable does without
                """ + HELP);
    }

    private void refused(String message, String constant, String type) {
        String subject = message.startsWith("#") ? type : type + " ";
        assertThat(job.run("apply", "--schema", constant))
                .isEqualTo(new Program.Result(64, "", "plinth: --schema: " + subject + message + "\n" + HELP));
    }
}
