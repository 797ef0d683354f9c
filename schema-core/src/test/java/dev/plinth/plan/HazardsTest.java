package dev.plinth.plan;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard.Kind;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HazardsTest {

    private static final Table USERS = table("users", t -> {
        t.column("id", text()).primaryKey();
        var email = t.column("email", text()).unique();
        t.column("tenant", text()).references("tenants");
        t.check("users_email_check", "email LIKE '%@%'");
        t.index("idx_email").on(email);
        t.index("idx_email_unique").on(email).unique();
    });
    private static final QualifiedName NAME = USERS.name();

    @Test
    void a_key_blocks_readers_and_writers() {
        assertThat(hazards(new AddConstraint(NAME, USERS.constraints().get(1)))).isEqualTo("""
                BLOCKS_WRITES: readers and writers of users wait while its index is built
                SCANS_TABLE: the index reads the whole of users
                REJECTS_WRITES: writes to users that repeat a value of (email) are refused from then on
                """);
    }

    @Test
    void a_foreign_key_scans_one_table_and_restricts_two() {
        assertThat(hazards(new AddConstraint(NAME, USERS.constraints(Constraint.ForeignKey.class).get(0)))).isEqualTo(
                """
                        SCANS_TABLE: VALIDATE CONSTRAINT reads the whole of users
                        REJECTS_WRITES: writes to users that point to no row of tenants are refused from then on
                        REJECTS_WRITES: writes to tenants that take away a row which users points to are refused from then on
                        """);
    }

    @Test
    void a_check_scans_the_table_and_restricts_it() {
        assertThat(hazards(new AddConstraint(NAME, USERS.constraints(Constraint.Check.class).get(0)))).isEqualTo("""
                SCANS_TABLE: VALIDATE CONSTRAINT reads the whole of users
                REJECTS_WRITES: writes to users that violate users_email_check are refused from then on
                """);
    }

    @Test
    void a_trigger_changes_what_writes_do() {
        assertThat(hazards(new CreateTrigger(NAME, new Trigger(
                "log", TriggerTiming.AFTER, List.of(TriggerEvent.UPDATE, TriggerEvent.INSERT), TriggerLevel.ROW,
                QualifiedName.of("log_it"), null)))).isEqualTo("""
                CHANGES_WRITES: from then on every INSERT or UPDATE on users calls log_it()
                BLOCKS_WRITES: writers of users wait while it is created, and it waits for the transactions that write there
                """);
    }

    @Test
    void an_index_takes_long_and_a_unique_one_restricts_the_table() {
        String build = """
                SCANS_TABLE: CREATE INDEX CONCURRENTLY reads the whole of users
                TAKES_LONG: CREATE INDEX CONCURRENTLY waits for every transaction that is older than itself; users stays readable and writable
                """;

        assertThat(hazards(new CreateIndex(NAME, USERS.indexes().get(0)))).isEqualTo(build);
        assertThat(hazards(new CreateIndex(NAME, USERS.indexes().get(1)))).isEqualTo(build + """
                REJECTS_WRITES: writes to users that repeat a key of idx_email_unique are refused from then on
                """);
    }

    @Test
    void what_works_on_rows_that_exist_says_so() {
        assertThat(hazards(new RebuildIndex(NAME, USERS.indexes().get(0), List.of()))).isEqualTo("""
                SCANS_TABLE: REINDEX CONCURRENTLY reads the whole of users
                TAKES_LONG: REINDEX CONCURRENTLY waits for every transaction that is older than itself; users stays readable and writable
                """);
        assertThat(hazards(new RebuildIndex(NAME, USERS.indexes().get(1), List.of(IndexMark.REPLICA_IDENTITY))))
                .endsWith("""
                BLOCKS_WRITES: readers and writers of users wait for a moment, while REPLICA IDENTITY is set
                """);
        assertThat(hazards(new ValidateConstraint(NAME, USERS.constraints().get(2)))).isEqualTo("""
                SCANS_TABLE: VALIDATE CONSTRAINT reads the whole of users
                """);
    }

    @Test
    void a_column_whose_default_differs_from_row_to_row_rewrites_the_table() {
        assertThat(hazards(new AddColumn(NAME, column(randomUuid())))).isEqualTo("""
                REWRITES_TABLE: every row of users gets a value of its own, so the table is written anew
                BLOCKS_WRITES: readers and writers of users wait while it is rewritten
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"random()", "nextval('ids')", "\"My_Function\"()", "now() + random () * '1 day'", "f(now())"})
    void a_call_of_an_unknown_function_may_rewrite_the_table(String sql) {
        assertThat(Hazards.of(new AddColumn(NAME, column(new Expression.Sql(sql))), true)).extracting(h -> h.kind())
                .containsExactly(Kind.REWRITES_TABLE, Kind.BLOCKS_WRITES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CURRENT_TIMESTAMP(3)", "now() AT TIME ZONE 'utc'", "'random()'::character varying(20)",
            "'a''random()'", "(1 + 2) * 3"})
    void a_default_that_is_the_same_for_all_rows_rewrites_nothing(String sql) {
        assertThat(Hazards.of(new AddColumn(NAME, column(new Expression.Sql(sql))), true)).isEmpty();
    }

    @Test
    void constants_and_no_default_rewrite_nothing() {
        for (Expression value : List.of(literal("random()"), literal(1), literal(true), now(), emptyJsonArray())) {
            assertThat(Hazards.of(new AddColumn(NAME, column(value)), true)).isEmpty();
        }
        assertThat(Hazards.of(new AddColumn(NAME, column(null)), true)).isEmpty();
    }

    @Test
    void a_table_without_rows_has_no_hazards() {
        assertThat(Hazards.of(new AddConstraint(NAME, USERS.constraints().get(1)), false)).isEmpty();
        assertThat(Hazards.of(new CreateTable(USERS), true)).isEmpty();
    }

    private static Column column(@Nullable Expression value) {
        return new Column("c", text(), true, value, null);
    }

    private static String hazards(SqlChange change) {
        return Hazards.of(change, true).stream().map(hazard -> hazard.kind() + ": " + hazard.message() + "\n")
                .collect(Collectors.joining());
    }
}
