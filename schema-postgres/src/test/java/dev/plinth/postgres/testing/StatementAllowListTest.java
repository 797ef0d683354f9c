package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementAllowListTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "CREATE SCHEMA \"a\"",
            "CREATE EXTENSION IF NOT EXISTS \"postgis\" WITH SCHEMA \"public\"",
            "CREATE FUNCTION \"p\".\"f\"() RETURNS trigger LANGUAGE plpgsql AS $body$ DROP TABLE x; $body$",
            "CREATE TABLE IF NOT EXISTS \"p\".\"drop table\" (\"a;b\" text DEFAULT '); DROP TABLE x', CHECK (a > (1)))",
            "CREATE TABLE \"p\".\"t\" ()",
            "CREATE UNIQUE INDEX CONCURRENTLY \"i\" ON \"p\".\"t\" USING gin (\"a\") INCLUDE (\"b\") WHERE (a -- why\n)",
            "CREATE UNIQUE INDEX \"i\" ON \"p\".\"t\" (\"a\") NULLS NOT DISTINCT WITH (fillfactor = 70)",
            "CREATE TRIGGER \"x\" BEFORE DELETE OR TRUNCATE ON \"p\".\"t\" FOR EACH ROW EXECUTE FUNCTION \"p\".\"f\"()",
            "ALTER TABLE \"p\".\"t\" ADD COLUMN \"a\" numeric(10,2) DEFAULT f(1, 2) NOT NULL",
            "ALTER TABLE \"p\".\"t\" ADD CONSTRAINT \"k\" FOREIGN KEY (\"a\") REFERENCES \"p\".\"u\" (\"b\") "
                    + "ON DELETE SET NULL NOT VALID",
            "ALTER TABLE \"p\".\"t\" VALIDATE CONSTRAINT \"k\"",
            "REINDEX INDEX CONCURRENTLY \"p\".\"i\"",
            "ALTER TEXT SEARCH CONFIGURATION \"p\".\"c\" ADD MAPPING FOR \"word\", \"int\" WITH \"p\".\"d\", simple",
            "DO $p$ BEGIN IF NOT EXISTS (SELECT FROM x) THEN CREATE SCHEMA \"a\"; END IF; END $p$",
            "DO $p$ BEGIN IF NOT EXISTS (SELECT FROM x) THEN CREATE SCHEMA \"a\"; CREATE SCHEMA \"b\"; END IF; END $p$"})
    void an_addition_is_allowed(String statement) {
        assertThat(StatementAllowList.allows(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "DROP TABLE \"p\".\"t\"",
            "TRUNCATE \"p\".\"t\"",
            "DELETE FROM \"p\".\"t\"",
            "UPDATE \"p\".\"t\" SET \"a\" = 1",
            "ALTER TEXT SEARCH CONFIGURATION \"p\".\"c\" ALTER MAPPING FOR \"word\" WITH simple",
            "ALTER TEXT SEARCH CONFIGURATION \"p\".\"c\" DROP MAPPING FOR \"word\"",
            "ALTER TABLE \"p\".\"t\" RENAME TO \"u\"",
            "ALTER TABLE \"p\".\"t\" RENAME COLUMN \"a\" TO \"b\"",
            "ALTER TABLE \"p\".\"t\" DROP COLUMN \"a\"",
            "ALTER TABLE \"p\".\"t\" ALTER COLUMN \"a\" TYPE text",
            "ALTER TABLE \"p\".\"t\" ADD COLUMN \"a\" text, ALTER COLUMN \"b\" SET NOT NULL",
            "ALTER TABLE \"p\".\"t\" ADD CONSTRAINT \"k\" UNIQUE (\"a\"), DROP COLUMN \"b\"",
            "ALTER TABLE \"p\".\"t\" VALIDATE CONSTRAINT \"k\", DROP COLUMN \"b\"",
            "ALTER TABLE \"p\".\"t\" OWNER TO \"x\"",
            "CREATE OR REPLACE FUNCTION \"p\".\"f\"() RETURNS trigger LANGUAGE plpgsql AS $$x$$",
            "CREATE TABLE \"p\".\"t\" (\"a\" text); DROP TABLE \"p\".\"u\"",
            "CREATE TABLE \"p\".\"t\" (\"a\" text DEFAULT 'x') DROP TABLE \"u\"",
            "CREATE TABLE \"p\".\"t\" (\"a\" text; DELETE FROM x)",
            "CREATE TABLE \"p\".\"t\" AS SELECT 1",
            "CREATE TABLE \"t\" (\"a\" text)",
            "CREATE TABLE p.t (a text)",
            "CREATE TABLE \"p\".\"t\" (\"a\" text))",
            "CREATE INDEX \"i\" ON \"p\".\"t\" (\"a\") TABLESPACE \"x\"",
            "CREATE FUNCTION \"p\".\"f\"() RETURNS trigger LANGUAGE plpgsql AS 'x'",
            "DO $p$ BEGIN DROP TABLE x; END $p$",
            "DO $p$ BEGIN EXECUTE 'x'; END $p$",
            "DO $p$ BEGIN IF NOT EXISTS (SELECT FROM x) THEN DELETE FROM \"p\".\"t\"; END IF; END $p$",
            "DO $p$ BEGIN IF NOT EXISTS (SELECT FROM x) THEN CREATE SCHEMA \"a\"; DELETE FROM x; END IF; END $p$",
            "DO $p$ BEGIN IF NOT EXISTS (SELECT FROM x) THEN CREATE SCHEMA \"a\"; END IF; DELETE FROM x; END $p$",
            "SET session_replication_role = replica",
            "GRANT ALL ON \"p\".\"t\" TO \"x\"",
            "/* */ DROP /* CREATE TABLE */ TABLE \"p\".\"t\"",
            "SELECT 1"})
    void everything_else_is_not(String statement) {
        assertThat(StatementAllowList.allows(statement)).isFalse();
    }

    @Test
    void a_script_is_cut_at_its_semicolons_and_only_there() {
        assertThat(StatementAllowList.violations("""
                -- DROP TABLE a;
                CREATE SCHEMA "a;b";
                DROP SCHEMA "it's";
                /* ; /* ; */ */
                CREATE FUNCTION "p"."f"() RETURNS trigger LANGUAGE plpgsql AS $x$ a; $$; ' $x$;
                ALTER TABLE "p"."t" RENAME TO "u"
                """)).containsExactly("DROP SCHEMA \"it's\"", "ALTER TABLE \"p\" . \"t\" RENAME TO \"u\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE SCHEMA \"a", "CREATE TABLE \"a\".\"b\" ('c", "/* CREATE SCHEMA \"a\""})
    void what_does_not_end_is_refused(String statement) {
        assertThatThrownBy(() -> StatementAllowList.allows(statement)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no end");
    }
}
