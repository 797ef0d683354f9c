package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.int4range;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.postgres.GuardedAddition.EXCLUSION_CONSTRAINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.ApplyException;
import dev.plinth.InitializerEvent;
import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said, whole, when the server does not let an application in or does not let it create: docs/troubleshooting.md. No event
 * has a password in it. */
class RefusalsTest {

    private static final Schema NOTES = schema("notes", table("notes", t -> {
        t.column("id", bigint()).primaryKey();
        t.column("words", text());
    }));

    private static final String NOT_REACHED =
            "applying schema \"notes\" to postgres: the database could not be inspected: ";

    private static final String PASSWORD = "correct-horse";
    private static final String WRONG = "battery-staple";

    private TestDatabase database;
    private String role;

    @BeforeEach
    void createDatabaseAndRole() {
        database = PostgresServers.main().createDatabase();
        role = "guest_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    @AfterEach
    void dropThem() {
        database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        database.close();
    }

    @Test
    void aWrongPassword() {
        assertThat(refusal(guest -> guest.setPassword(WRONG))).isEqualTo(NOT_REACHED
                + "password authentication failed for user \"guest\""
                + " (SQLSTATE 28P01); check the user, the password and pg_hba.conf");
    }

    @Test
    void aRoleThatMayNotLogIn() {
        database.execute("ALTER ROLE " + role + " NOLOGIN");

        assertThat(refusal(guest -> {})).isEqualTo(NOT_REACHED
                + "role \"guest\" is not permitted to log in"
                + " (SQLSTATE 28000); check the user, the password and pg_hba.conf");
    }

    @Test
    void aDatabaseThatIsMissing() {
        assertThat(refusal(guest -> guest.setDatabaseName("nowhere"))).isEqualTo(NOT_REACHED
                + "database \"nowhere\" does not exist"
                + " (SQLSTATE 3D000); create the database first: a schema is applied to a database that exists");
    }

    @Test
    void aDatabaseThatTheRoleMayNotEnter() {
        database.execute("REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");

        assertThat(refusal(guest -> {})).isEqualTo(NOT_REACHED
                + "permission denied for database \"shop\" (User does not have CONNECT privilege.)"
                + " (SQLSTATE 42501); grant the role what it lacks, or apply the schema with the owner's role");
    }

    @Test
    void tooManyConnections() throws SQLException {
        database.execute("ALTER ROLE " + role + " CONNECTION LIMIT 1");
        try (Connection other = guest().getConnection()) {
            assertThat(other.isValid(10)).isTrue();
            assertThat(refusal(guest -> {})).isEqualTo(NOT_REACHED
                    + "too many connections for role \"guest\" (SQLSTATE 53300); close connections, or raise the limit"
                    + " of the role, the database or the server (max_connections)");
        }
    }

    @Test
    void aNamespaceThatTheRoleMayNotCreateIn() {
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

        assertThat(refusal(guest -> {})).isEqualTo("""
                applying schema "notes" to postgres (0 of 1 steps done): table notes: permission denied for \
                schema public (SQLSTATE 42501); grant the role what it lacks, or apply the schema with the owner's role; \
                the statement was: CREATE TABLE "public"."notes" (
                  "id" bigint NOT NULL,
                  "words" text,
                  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
                )""");
    }

    @Test
    void aTableOfSomebodyElse() {
        database.execute("GRANT CREATE ON SCHEMA public TO " + role + "; CREATE TABLE notes (id bigint PRIMARY KEY)");

        assertThat(refusal(guest -> {})).isEqualTo("""
                applying schema "notes" to postgres (0 of 1 steps done): column notes.words: must be owner of table \
                notes (SQLSTATE 42501); grant the role what it lacks, or apply the schema with the owner's role; \
                the statement was: ALTER TABLE "public"."notes" ADD COLUMN "words" text""");
    }

    @Test
    void aSessionThatIsReadOnlyByDefault() {
        database.execute("GRANT CREATE ON SCHEMA public TO " + role
                + "; ALTER ROLE " + role + " SET default_transaction_read_only = on");

        assertThat(refusal(guest -> {})).isEqualTo("""
                applying schema "notes" to postgres (0 of 1 steps done): table notes: cannot execute CREATE \
                TABLE in a read-only transaction (SQLSTATE 25006); connect to the primary, in a session that may write; the statement was: CREATE TABLE "public"."notes" (
                  "id" bigint NOT NULL,
                  "words" text,
                  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
                )""");
    }

    /** Also of the functions of an extension, such as {@code ll_to_earth}. */
    @Test
    void aFunctionWhoseBodyNeedsASearchPath() {
        database.execute("CREATE FUNCTION helper(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
                + "CREATE FUNCTION key(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT helper($1)'");
        Schema declared = schema("notes", table("notes", t -> {
            t.column("words", text());
            t.index("notes_key").on(sql("public.key(words)"));
        }));

        assertThat(refusal(declared, PostgresStore.of(database.dataSource()))).isEqualTo("""
                applying schema "notes" to postgres (0 of 2 steps done): index notes_key on notes: function helper(text) does \
                not exist (SQLSTATE 42883); the body of a function names it without its namespace (SQL function "key" during \
                inlining); give the function a search path of its own, with ALTER FUNCTION ... SET search_path, or \
                set("search_path", ...) where the schema declares it; the statement was: \
                CREATE INDEX "notes_key" ON "public"."notes" ((public.key(words)))""");
        database.execute("ALTER FUNCTION key SET search_path = public");
        assertThat(SchemaInitializer.of(declared).with(PostgresStore.of(database.dataSource())).apply().isComplete())
                .isTrue();
    }

    /** Who overlaps whom is not asked beforehand: without the index it would be every row with every other. */
    @Test
    void rowsThatExcludeEachOther() {
        database.execute("CREATE TABLE stays (during int4range); INSERT INTO stays VALUES ('[1,3)'), ('[2,4)')");
        Schema declared = schema("notes",
                table("stays", t -> t.exclude(t.column("during", int4range()).with("&&")).using(GIST)));

        assertThat(refusal(declared, PostgresStore.of(database.dataSource()).allow(EXCLUSION_CONSTRAINT))).isEqualTo(
                """
                applying schema "notes" to postgres (0 of 1 steps done): constraint stays_during_excl on stays: could not \
                create exclusion constraint "stays_during_excl" (Key (during)=([1,3)) conflicts with key (during)=([2,4)).) \
                (SQLSTATE 23P01); mend the rows that stand against it, then apply again; the statement was: \
                ALTER TABLE "public"."stays" ADD CONSTRAINT "stays_during_excl" EXCLUDE USING gist ("during" WITH &&)""");
    }

    @Test
    void aServerThatDoesNotAnswer() {
        assertThat(refusal(guest -> guest.setPortNumbers(new int[]{1}))).isEqualTo(NOT_REACHED
                + "Connection to host:1 refused. Check that the hostname and port are correct and that the postmaster is"
                + " accepting TCP/IP connections. (SQLSTATE 08001); check that the server runs and can be reached, then apply again");
    }

    @Test
    void aHostNameThatNobodyKnows() {
        assertThat(refusal(guest -> guest.setServerNames(new String[]{"no-such-host.invalid"}))).isEqualTo(NOT_REACHED
                + "the host name no-such-host.invalid is not known (SQLSTATE 08001); correct the host name");
    }

    @Test
    void aPortWhereNobodyAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(guest -> {
                guest.setServerNames(new String[]{silent.getInetAddress().getHostAddress()});
                guest.setPortNumbers(new int[]{silent.getLocalPort()});
                guest.setSocketTimeout(1);
            })).isEqualTo(
                    NOT_REACHED + "nothing answers at that address in time (SQLSTATE 08001); correct host and port, or"
                            + " let this program in (security group, firewall)");
        }
    }

    @Test
    void aServerWithoutTls() {
        assertThat(refusal(guest -> guest.setSslMode("require"))).isEqualTo(NOT_REACHED
                + "The server does not support SSL. (SQLSTATE 08004); turn TLS on in the server, or, where the network is"
                + " trusted, connect with sslmode disable");
    }

    @Test
    void whatAPoolWasToldOfItsLastTry() {
        PGSimpleDataSource guest = guest();
        guest.setPassword(WRONG);
        try (HikariDataSource eager = pool(guest, 1); HikariDataSource patient = pool(guest, -1)) {
            for (HikariDataSource pool : List.of(eager, patient)) {
                assertThat(refusal(pool)).isEqualTo(NOT_REACHED
                        + "password authentication failed for user \"guest\""
                        + " (SQLSTATE 28P01); check the user, the password and pg_hba.conf");
            }
        }
    }

    /** One that makes its first connection when asked, and fails at once ({@code 1}) or tries again for a while ({@code -1}). */
    private static HikariDataSource pool(PGSimpleDataSource source, long failTimeout) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(failTimeout);
        return pool;
    }

    private String refusal(Consumer<PGSimpleDataSource> setting) {
        PGSimpleDataSource guest = guest();
        setting.accept(guest);
        return refusal(guest);
    }

    private String refusal(DataSource guest) {
        return refusal(NOTES, PostgresStore.of(guest));
    }

    private String refusal(Schema declared, PostgresStore store) {
        List<InitializerEvent> events = new ArrayList<>();
        ApplyException refusal = catchThrowableOfType(ApplyException.class,
                SchemaInitializer.of(declared).with(store).listener(events::add)::apply);
        assertThat(refusal).isNotNull();
        assertThat(events.toString()).contains("RunFinished").doesNotContain(PASSWORD, WRONG, "jdbc:");
        return refusal.getMessage().replace(role, "guest").replace(database.name(), "shop")
                .replace(database.server().host(), "host");
    }

    private PGSimpleDataSource guest() {
        PGSimpleDataSource guest = (PGSimpleDataSource) database.dataSource();
        guest.setUser(role);
        guest.setPassword(PASSWORD);
        return guest;
    }
}
