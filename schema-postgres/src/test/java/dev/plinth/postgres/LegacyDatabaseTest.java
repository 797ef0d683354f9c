package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that somebody else made: what cannot be added is said, and holds up nothing else. */
class LegacyDatabaseTest {

    private static final String ONE = "'00000000-0000-0000-0000-000000000001'";

    private static final Table PARENT = table("parent", t -> t.column("id", uuid()).primaryKey());

    private static final Table CHILD = table("child", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("parent_id", uuid()).references(PARENT);
    });

    private static final Schema FAMILY =
            schema("family", PARENT, CHILD, table("other", t -> t.column("id", uuid()).primaryKey()));

    static Stream<Arguments> parents() {
        return Stream.of(
                Arguments.of("CREATE TABLE parent (id bigint PRIMARY KEY)",
                        "the live type of parent.id differs from the schema"),
                Arguments.of("CREATE TABLE parent (id uuid, part integer, PRIMARY KEY (id, part))",
                        "parent has no primary or unique key over (id)"),
                Arguments.of("CREATE TABLE parent (id uuid, PRIMARY KEY (id) DEFERRABLE)",
                        "parent has no primary or unique key over (id)"),
                Arguments.of("CREATE TABLE parent (id bigint PRIMARY KEY); CREATE TABLE child (id uuid PRIMARY KEY)",
                        "the live type of parent.id differs from the schema"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parents")
    void aForeignKeyThatItsTargetDoesNotAllowIsBlockedAlone(String parent, String reason) {
        onDatabase(PostgresServers.main(), parent, FAMILY, report -> {
            assertThat(report.steps(Step.Status.BLOCKED)).singleElement().satisfies(step -> {
                assertThat(step.change().subject().display()).isEqualTo("constraint child_parent_id_fkey on child");
                assertThat(step.detail()).isEqualTo(reason);
            });
            assertThat(report.steps(Step.Status.DONE)).isNotEmpty();
            assertThat(report.exitCode()).isEqualTo(2);
        });
    }

    /** As {@code lower(integer)} would fail, and everything else with it; another length is no reason to wait. */
    @Test
    void anExpressionOverAColumnOfAnotherKindOfTypeIsBlockedAlone() {
        Schema schema = schema("words", table("words", t -> {
            t.column("id", integer());
            t.column("Word", text());
            t.column("code", varchar(20));
            t.index("words_lower").on(sql("lower(\"Word\")"));
            t.index("words_some").on(t.column("id")).where("\"Word\" <> ''");
            t.index("words_id").on(t.column("id")).where("'Word' <> ''");
            t.check("words_word", "length(\"Word\") > 0");
            t.check("words_code", "length(code) > 0");
        }), table("other", t -> t.column("id", uuid()).primaryKey()));
        String live = "CREATE TABLE words (id integer, \"Word\" integer, code varchar(10))";

        onDatabase(PostgresServers.main(), live, schema, report -> {
            assertThat(report.steps(Step.Status.BLOCKED)
                    .stream().map(step -> step.change().subject().display() + ": " + step.detail()))
                    .containsExactlyInAnyOrder(
                            "index words_lower on words: the live type of Word differs from the schema",
                            "index words_some on words: the live type of Word differs from the schema",
                            "constraint words_word on words: the live type of Word differs from the schema");
            assertThat(report.steps(Step.Status.DONE).stream().map(step -> step.change().subject().display()))
                    .containsExactlyInAnyOrder(
                            "index words_id on words", "constraint words_code on words", "table other");
        });
    }

    @Test
    void aForeignKeyOntoAnIndexThatIsRebuiltComesAfterIt() {
        Table parent = table("parent", t -> {
            var id = t.column("id", integer()).notNull();
            t.index("parent_id").on(id).unique();
        });
        Table child = table("child", t -> {
            var id = t.column("parent_id", integer());
            t.foreignKey(id).references("parent", "id");
        });
        String interrupted = """
                CREATE TABLE parent (id integer NOT NULL);
                INSERT INTO parent VALUES (1);
                CREATE UNIQUE INDEX parent_id ON parent (id);
                UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'parent_id'::regclass""";

        onDatabase(PostgresServers.main(), interrupted, schema("family", parent, child),
                report -> assertThat(report.isComplete()).isTrue());
    }

    @Test
    void aPartitionedTableGetsItsForeignKey() {
        String partitioned = """
                CREATE TABLE parent (id uuid PRIMARY KEY);
                CREATE TABLE child (id uuid PRIMARY KEY, parent_id uuid) PARTITION BY HASH (id);
                CREATE TABLE child_0 PARTITION OF child FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                INSERT INTO parent VALUES (%1$s);
                INSERT INTO child VALUES (%1$s, %1$s)""".formatted(ONE);

        onDatabase(PostgresServers.main(), partitioned, FAMILY, report -> assertThat(
                report.steps(Step.Status.DONE).stream().map(step -> step.change().subject().display()))
                .containsExactly("table other", "constraint child_parent_id_fkey on child"));
    }

    @Test
    void anIndexThatPartitionsLackIsCompleted() {
        Table child = table("child", t -> {
            t.column("id", uuid()).primaryKey();
            var parent = t.column("parent_id", uuid());
            t.index(parent);
        });
        String partitioned = """
                CREATE TABLE child (id uuid PRIMARY KEY, parent_id uuid) PARTITION BY HASH (id);
                CREATE TABLE child_0 PARTITION OF child FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE INDEX child_parent_id_idx ON ONLY child (parent_id)""";

        onDatabase(PostgresServers.main(), partitioned, schema("family", child), report -> {
            assertThat(report.stores().getFirst().steps().stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE INDEX CONCURRENTLY \"child_0_child_parent_id_idx_idx\" ON \"public\".\"child_0\""
                                    + " (\"parent_id\")",
                            "ALTER INDEX \"public\".\"child_parent_id_idx\" ATTACH PARTITION"
                                    + " \"public\".\"child_0_child_parent_id_idx_idx\"");
            assertThat(drift(report))
                    .containsExactly("table child: partitioning: store has PARTITION BY HASH (id), which"
                            + " the schema does not declare");
        });
    }

    @Test
    void aPartitionHasTheTriggersOfItsParent() {
        Table part = table("part", t -> {
            t.column("id", integer());
            t.trigger("touch_part").before(TriggerEvent.INSERT).forEachRow().execute(Shop.TOUCH);
        });
        String partitioned = Shop.SQL + """
                CREATE TABLE whole (id integer) PARTITION BY HASH (id);
                CREATE TABLE part PARTITION OF whole FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TRIGGER touch_part BEFORE INSERT ON whole FOR EACH ROW EXECUTE FUNCTION touch()""";

        onDatabase(PostgresServers.main(), partitioned, schema("parts", part), report -> {
            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(drift(report))
                    .containsExactly(
                            "table part: partition: store has PARTITION OF whole FOR VALUES WITH (MODULUS 1, REMAINDER 0), which"
                                    + " the schema does not declare");
        });
    }

    @Test
    void aKeywordInAConstantOrAsAColumnIsNoReasonForDoubt() {
        Table audit = table("audit", t -> {
            t.column("action", text()).oneOf("select", "insert");
            t.column("select", integer()).oneOf(1, 2);
            t.column("selected", integer());
            t.check("selected_positive", "selected>0");
        });
        String handmade = """
                CREATE TABLE audit (action text CHECK (action IN ('select', 'insert')),
                    "select" integer CHECK ("select" IN (1, 2)),
                    selected integer CONSTRAINT selected_positive CHECK (selected > 0))""";

        onDatabase(PostgresServers.main(), handmade, schema("audit", audit),
                report -> assertThat(drift(report)).isEmpty());
    }

    @Test
    void aConstraintThatIsNotEnforcedIsReportedAndNotValidated() {
        Table counters = table("counters", t -> {
            t.column("count", integer());
            t.check("count_positive", "count > 0");
        });
        String handmade = """
                CREATE TABLE counters (count integer,
                    CONSTRAINT count_positive CHECK (count > 0) NOT ENFORCED)""";

        onDatabase(PostgresServers.embedded(18), handmade, schema("counters", counters), report -> {
            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(drift(report)).containsExactly(
                    "constraint count_positive on counters: enforcement: schema says valid for all rows, store has NOT ENFORCED");
        });
    }

    @Test
    void aForeignKeyThatClearsOnlySomeColumnsDiffers() {
        Table child = table("child", t -> {
            t.column("id", uuid()).primaryKey();
            var parent = t.column("parent_id", uuid());
            t.foreignKey(parent).references(PARENT).onDelete(ReferentialAction.SET_NULL);
        });
        String handmade = """
                CREATE TABLE parent (id uuid PRIMARY KEY);
                CREATE TABLE child (id uuid PRIMARY KEY,
                    parent_id uuid REFERENCES parent ON DELETE SET NULL (parent_id))""";

        onDatabase(PostgresServers.embedded(18), handmade, schema("family", PARENT, child),
                report -> assertThat(drift(report)).containsExactly(
                        "constraint child_parent_id_fkey on child: definition: schema says FOREIGN KEY (parent_id) REFERENCES"
                                + " parent(id) ON DELETE SET NULL, store has FOREIGN KEY (parent_id) REFERENCES parent(id)"
                                + " ON DELETE SET NULL (parent_id)"));
    }

    @Test
    void keysThatSayMoreThanTheirColumnsDiffer() {
        Table items = table("items", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("code", text()).unique();
            t.column("note", text()).unique();
        });
        String handmade = """
                CREATE TABLE items (id uuid PRIMARY KEY, code text, note text UNIQUE NULLS NOT DISTINCT,
                    CONSTRAINT items_code_key UNIQUE (code) INCLUDE (note))""";

        onDatabase(PostgresServers.embedded(18), handmade, schema("items", items),
                report -> assertThat(drift(report)).containsExactly(
                        "constraint items_code_key on items: definition: schema says UNIQUE (code), store has UNIQUE (code)"
                                + " INCLUDE (note)",
                        "constraint items_note_key on items: definition: schema says UNIQUE (note), store has UNIQUE NULLS NOT"
                                + " DISTINCT (note)"));
    }

    @Test
    void aForeignKeyToATableThatIsNotDeclaredIsNamedWhole() {
        Table child = table("child", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("parent_id", uuid()).references(PARENT);
        });
        String handmade = """
                CREATE SCHEMA old;
                CREATE TABLE old.people (number integer, "Full Name" uuid, gone integer, PRIMARY KEY ("Full Name"));
                ALTER TABLE old.people DROP COLUMN number, DROP COLUMN gone;
                CREATE TABLE parent (id uuid PRIMARY KEY);
                CREATE TABLE child (id uuid PRIMARY KEY,
                    parent_id uuid CONSTRAINT child_parent_id_fkey REFERENCES old.people)""";

        onDatabase(PostgresServers.main(), handmade, schema("family", PARENT, child),
                report -> assertThat(drift(report)).containsExactly(
                        "constraint child_parent_id_fkey on child: definition: schema says FOREIGN KEY (parent_id)"
                                + " REFERENCES parent(id), store has FOREIGN KEY (parent_id)"
                                + " REFERENCES old.people(\"Full Name\")"));
    }

    @Test
    void aDefaultIsReadWithThePrecisionOfItsColumn() {
        Table prices = table("prices", t -> t.column("price", numeric(10, 2)).defaultTo(literal(0)));

        onDatabase(PostgresServers.main(), "CREATE TABLE prices (price numeric(10, 2) DEFAULT 0.00)",
                schema("prices", prices), report -> assertThat(drift(report)).isEmpty());
    }

    private static List<String> drift(Report report) {
        return report.stores().getFirst().drift().stream().map(Drift::comparison).toList();
    }

    private static void onDatabase(PostgresServer server, String sql, Schema schema, Consumer<Report> check) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(sql);
            check.accept(SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply());
        }
    }
}
