package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDumpTest {

    @Test
    void aDumpHoldsTheStatementsAlone() {
        try (TestDatabase database = PostgresServers.withPrograms().createDatabase()) {
            database.execute("CREATE TABLE t (b integer NOT NULL, a text DEFAULT 'x'); CREATE INDEX i ON t (a)");

            assertThat(database.dump()).isEqualTo("""
                    CREATE TABLE public.t (
                        b integer NOT NULL,
                        a text DEFAULT 'x'::text
                    );
                    CREATE INDEX i ON public.t USING btree (a);
                    """);
        }
    }

    @Test
    void aSortedDumpDoesNotDependOnTheOrderOfColumns() {
        SchemaDump dump = new SchemaDump(List.of("CREATE UNLOGGED TABLE t (", "    b integer,", "    a text", ");",
                "COMMENT ON COLUMN t.b IS 'One", "two';", "COMMENT ON COLUMN t.a IS 'three';", "x",
                "CREATE STATISTICS s (mcv) ON b, a, lower(a) FROM t;",
                "ALTER TABLE ONLY t ALTER COLUMN b SET (n_distinct=5);",
                "ALTER TABLE ONLY t ALTER COLUMN a SET STATISTICS 5;",
                "REVOKE ALL ON TABLE t FROM x;", "GRANT SELECT(b) ON TABLE t TO x;",
                "GRANT SELECT(a) ON TABLE t TO x;"));

        assertThat(dump.sortedText()).isEqualTo("""
                CREATE UNLOGGED TABLE t (
                    a text
                    b integer
                );
                COMMENT ON COLUMN t.a IS 'three';
                COMMENT ON COLUMN t.b IS 'One
                two';
                x
                CREATE STATISTICS s (mcv) ON a, b, lower(a) FROM t;
                ALTER TABLE ONLY t ALTER COLUMN a SET STATISTICS 5;
                ALTER TABLE ONLY t ALTER COLUMN b SET (n_distinct=5);
                REVOKE ALL ON TABLE t FROM x;
                GRANT SELECT(a) ON TABLE t TO x;
                GRANT SELECT(b) ON TABLE t TO x;
                """);
    }
}
