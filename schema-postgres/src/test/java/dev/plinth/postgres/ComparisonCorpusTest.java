package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.Corpus.Group;
import dev.plinth.postgres.Corpus.Pair;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hundreds of spellings that mean the same, and hundreds that do not: the former are never called different, the latter never
 * equal. What {@code plan()} cannot decide, {@code verify()} does.
 */
class ComparisonCorpusTest {

    /** The columns that the conditions speak of. */
    private static final List<String> COLUMNS = List.of(
            "a integer", "b integer", "s text", "u text", "v varchar(40)", "c char(5)", "n numeric(12,2)",
            "f double precision", "r real", "k bigint", "h smallint", "p boolean", "q boolean", "d date", "e date",
            "ts timestamp", "tz timestamptz", "tm time", "iv interval", "id uuid", "j jsonb", "tx text[]",
            "ix integer[]",
            "ip inet", "by bytea", "ir int4range", "tr tstzrange", "pt point", "bt bit(3)");

    @OnEachServer
    void conditions(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<Pair> pairs = Corpus.read("conditions.txt").pairs(groups -> printedChecks(database, groups));
            database.execute(tableOfChecks("corpus", numbered(pairs.size(), it -> pairs.get(it).live())));

            expectNoMistake(pairs, database, schema("corpus", table("corpus", t -> {
                addColumns(t);
                for (int number = 0; number < pairs.size(); number++) {
                    t.check("c" + number, pairs.get(number).declared());
                }
            })));
        }
    }

    @OnEachServer
    void defaults(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<Pair> pairs = Corpus.read("defaults.txt").pairs(groups -> printedDefaults(database, groups));
            database.execute(tableOfDefaults("corpus",
                    numbered(pairs.size(), it -> pairs.get(it).type() + " DEFAULT (" + pairs.get(it).live() + ")")));

            expectNoMistake(pairs, database, schema("corpus", table("corpus", t -> {
                for (int number = 0; number < pairs.size(); number++) {
                    Pair pair = pairs.get(number);
                    t.column("c" + number, nativeType(pair.type())).defaultTo(sql(pair.declared()));
                }
            })));
        }
    }

    /**
     * Some of the conditions once more, as those of views and of rules. The planner is not asked about the latter, and what the
     * server prints in two ways is not called different, so those that differ stay undecided.
     */
    @OnEachServer
    void queriesAndRules(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<Pair> all = Corpus.read("conditions.txt").pairs(groups -> printedChecks(database, groups));
            List<Pair> pairs = IntStream.range(0, all.size() / 17).mapToObj(it -> all.get(it * 17)).toList();
            Table corpus = table("corpus", ComparisonCorpusTest::addColumns);
            List<SchemaObject> views = new ArrayList<>(List.of(corpus));
            for (int number = 0; number < pairs.size(); number++) {
                views.add(view("c" + number, "SELECT id FROM public.corpus WHERE " + pairs.get(number).declared()));
            }
            database.execute("CREATE TABLE corpus (" + String.join(", ", COLUMNS) + "); "
                    + statements(pairs, "CREATE VIEW c%d AS SELECT corpus.id FROM corpus WHERE %s"));

            expectNoMistake(pairs, database, schema("views", views));

            database.execute(statements(pairs, "CREATE RULE c%d AS ON DELETE TO corpus WHERE %s DO INSTEAD NOTHING"));
            List<Pair> undecided = undecidedAtLast(pairs, database, schema("rules", table("corpus", t -> {
                addColumns(t);
                for (int number = 0; number < pairs.size(); number++) {
                    t.rule("c" + number).on(DELETE).where(pairs.get(number).declared()).doInsteadNothing();
                }
            })));
            assertThat(undecided.stream().filter(Pair::equal).count())
                    .isLessThan(pairs.stream().filter(Pair::equal).count() / 8);
        }
    }

    private static void addColumns(TableBuilder table) {
        COLUMNS.forEach(column -> table.column(
                column.substring(0, column.indexOf(' ')),
                nativeType(column.substring(column.indexOf(' ') + 1))));
    }

    private static String statements(List<Pair> pairs, String form) {
        return IntStream.range(0, pairs.size())
                .mapToObj(it -> form.formatted(it, pairs.get(it).live()))
                .collect(Collectors.joining("; "));
    }

    private static List<String> printedChecks(TestDatabase database, List<Group> groups) {
        database.execute("DROP TABLE IF EXISTS printed; "
                + tableOfChecks("printed", numbered(groups.size(), it -> groups.get(it).text())));
        return database.query("SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint"
                + " WHERE conrelid = 'printed'::regclass AND contype = 'c' ORDER BY substr(conname, 2)::integer");
    }

    private static List<String> printedDefaults(TestDatabase database, List<Group> groups) {
        database.execute("DROP TABLE IF EXISTS printed; " + tableOfDefaults("printed",
                numbered(groups.size(), it -> groups.get(it).type() + " DEFAULT (" + groups.get(it).text() + ")")));
        return database.query(
                "SELECT pg_get_expr(adbin, 0) FROM pg_attrdef WHERE adrelid = 'printed'::regclass ORDER BY adnum");
    }

    private static String tableOfChecks(String name, List<String> conditions) {
        return "CREATE TABLE " + name + " (" + String.join(", ", COLUMNS) + ", "
                + list(conditions, "CONSTRAINT c%d CHECK (%s)") + ")";
    }

    private static String tableOfDefaults(String name, List<String> definitions) {
        return "CREATE TABLE " + name + " (" + list(definitions, "c%d %s") + ")";
    }

    private static String list(List<String> texts, String form) {
        return IntStream.range(0, texts.size()).mapToObj(it -> form.formatted(it, texts.get(it)))
                .collect(Collectors.joining(", "));
    }

    private static List<String> numbered(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).toList();
    }

    private static void expectNoMistake(List<Pair> pairs, TestDatabase database, Schema schema) {
        assertThat(undecidedAtLast(pairs, database, schema)).isEmpty();
    }

    private static List<Pair> undecidedAtLast(List<Pair> pairs, TestDatabase database, Schema schema) {
        SchemaInitializer initializer = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
        List<Drift.@Nullable Kind> planned = verdicts(pairs, initializer.plan().stores().getFirst());
        List<Drift.@Nullable Kind> verified = verdicts(pairs, initializer.verify().stores().getFirst());

        System.out.println(database.server() + ": " + pairs.stream().filter(Pair::equal).count() + " pairs are equal, "
                + pairs.stream().filter(pair -> !pair.equal()).count() + " are not; undecided by plan(): "
                + undecided(planned) + ", by verify(): " + undecided(verified));
        assertThat(mistakes(pairs, planned)).as("plan()").isEmpty();
        assertThat(mistakes(pairs, verified)).as("verify()").isEmpty();
        return IntStream.range(0, pairs.size())
                .filter(it -> verified.get(it) == Drift.Kind.UNDECIDED)
                .mapToObj(pairs::get)
                .toList();
    }

    /** What was said of each pair; null where there is no drift, as the two are equal. */
    private static List<Drift.@Nullable Kind> verdicts(List<Pair> pairs, StoreReport report) {
        List<Drift.@Nullable Kind> verdicts = new ArrayList<>();
        pairs.forEach(pair -> verdicts.add(null));
        for (Drift found : report.drift()) {
            String name = found.subject().name();
            assertThat(found.kind()).as(found.toString()).isIn(Drift.Kind.DIFFERENT, Drift.Kind.UNDECIDED);
            assertThat(name).as(found.toString()).matches("c\\d+( on corpus)?|corpus\\.c\\d+");
            verdicts.set(Integer.parseInt(name.replaceAll("[^0-9]", "")), found.kind());
        }
        return verdicts;
    }

    private static List<String> mistakes(List<Pair> pairs, List<Drift.@Nullable Kind> verdicts) {
        return IntStream.range(0, pairs.size())
                .filter(it -> pairs.get(it).equal()
                        ? verdicts.get(it) == Drift.Kind.DIFFERENT
                        : verdicts.get(it) == null)
                .mapToObj(it -> pairs.get(it) + " is said to be " + verdicts.get(it))
                .toList();
    }

    private static long undecided(List<Drift.@Nullable Kind> verdicts) {
        return verdicts.stream().filter(verdict -> verdict == Drift.Kind.UNDECIDED).count();
    }
}
