package dev.plinth.plan;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether a query waits for a column that is held back, or is tried as its word may mean another one. */
class ColumnWordsTest {

    private static final Table T = table("t", t -> {
        t.column("id", integer());
        t.column("note", text());
        t.column("other", text());
        t.rule("kept").on(DELETE).doAlso("INSERT INTO public.t_archive (id, note) VALUES (OLD.id, OLD.note)");
        t.rule("counted").on(DELETE).doAlso("INSERT INTO public.t_archive (id, note) VALUES (OLD.id, 'gone')");
    });

    private static final Table U = table("u", t -> {
        t.column("id", integer());
        t.column("note", text());
        t.column("other", text());
    });

    private static final Table ARCHIVE = table("t_archive", t -> {
        t.column("id", integer());
        t.column("note", text());
    });

    private static final Table CHILD = table("c", t -> {
        t.inherits(T);
        t.column("note", text());
    });

    /** What the view of a query comes to while columns are blocked, and what is told if it fails. */
    private static String decided(String query, String... blocked) {
        Schema schema = schema("s", T, U, ARCHIVE, CHILD, view("v", query));
        return decided(schema, new CreateObject(schema.objects(View.class).getFirst()), blocked);
    }

    private static String decided(Schema schema, SqlChange change, String... blocked) {
        List<SqlChange> missing = new ArrayList<>(List.of(change));
        Map<SqlChange, String> held = new HashMap<>();
        for (Table table : schema.tables()) {
            table.columns().stream()
                    .filter(column -> List.of(blocked).contains(table.name().name() + "." + column.name()))
                    .map(column -> new AddColumn(table.name(), column))
                    .forEach(column -> {
                        missing.add(column);
                        held.put(column, "it may not");
                    });
        }
        return SqlPlan.of(schema, new Difference<>(missing, List.of()), LiveDatabases.empty(18), held).stream()
                .filter(item -> item.change().equals(change))
                .map(item -> (item.status() + " " + item.detail() + item.doubt()).strip())
                .collect(Collectors.joining());
    }

    private static final String WAITS = "BLOCKED needs column t.note, which is blocked";

    private static final String IS_TRIED = "PLANNED it seems to need column t.note, which is blocked";

    @Test
    void aColumnThatIsNotThereEitherIsNoOther() {
        assertThat(decided("SELECT t.note FROM public.t UNION ALL SELECT u.note FROM public.u", "t.note", "u.note"))
                .isEqualTo(WAITS);
        assertThat(decided("SELECT x.id FROM public.u x JOIN public.t y ON x.note = y.note", "t.note", "u.note"))
                .isEqualTo("BLOCKED needs column u.note, which is blocked");
        assertThat(decided("SELECT id FROM public.t JOIN public.c USING (id) WHERE note > ''", "t.note"))
                .isEqualTo(WAITS);
    }

    @Test
    void anArchiveHasTheColumnsOfItsTable() {
        assertThat(decided("SELECT t.id, t.note FROM public.t UNION ALL SELECT h.id, h.note FROM public.t_archive h",
                "t.note")).isEqualTo(WAITS);
        assertThat(decided("SELECT id, note FROM public.t UNION ALL SELECT id, note FROM public.t_archive", "t.note"))
                .isEqualTo(WAITS);
        assertThat(decided("SELECT id, note FROM public.t_archive UNION ALL SELECT id, note FROM public.t", "t.note"))
                .isEqualTo(WAITS);
        assertThat(decided("SELECT t.id, t.note FROM public.t UNION ALL SELECT t.id, t.note FROM public.u AS t",
                "t.note")).isEqualTo(WAITS);
    }

    @Test
    void aWordBehindTheNameOfATableOrItsAliasIsAColumnOfIt() {
        assertThat(decided("SELECT t.note FROM public.t CROSS JOIN public.u", "t.note")).isEqualTo(WAITS);
        assertThat(decided("SELECT public.t.note FROM public.t CROSS JOIN public.u", "t.note")).isEqualTo(WAITS);
        assertThat(decided("SELECT x.note FROM public.u, ONLY public.t AS \"x\"", "t.note")).isEqualTo(WAITS);
        assertThat(decided("SELECT u.id FROM public.u JOIN public.\"t\" X ON u.note = x . \"note\"", "t.note"))
                .isEqualTo(WAITS);
    }

    @Test
    void aWordThatMayMeanAnotherTableIsTried() {
        assertThat(decided("SELECT note FROM public.t CROSS JOIN public.u", "t.note")).isEqualTo(IS_TRIED);
        assertThat(decided("SELECT u.note FROM public.t CROSS JOIN public.u", "t.note")).isEqualTo(IS_TRIED);
        assertThat(decided("SELECT t.note FROM public.t AS x CROSS JOIN public.u AS t", "t.note")).isEqualTo(IS_TRIED);
        assertThat(decided("SELECT x.id, t.note FROM public.t AS x, (SELECT note FROM public.u) t", "t.note"))
                .isEqualTo(IS_TRIED);
        assertThat(decided("WITH t AS (SELECT u.note FROM public.u, public.t) SELECT t.note FROM t", "t.note"))
                .isEqualTo(IS_TRIED);
        assertThat(decided("SELECT id, 'x' AS note FROM public.t UNION ALL SELECT id, note FROM public.u", "t.note"))
                .isEqualTo(IS_TRIED);
        assertThat(decided("SELECT id, 'x' note FROM public.t UNION ALL SELECT id, note FROM public.u", "t.note"))
                .isEqualTo(IS_TRIED);
        assertThat(decided("SELECT id, note FROM public.u UNION ALL SELECT id, other FROM public.t ORDER BY id, note",
                "t.note")).isEqualTo(IS_TRIED);
        assertThat(decided("SELECT id, note FROM public.t, public.u AS x UNION ALL SELECT 1, ''", "t.note"))
                .isEqualTo(IS_TRIED);
        assertThat(decided("WITH x AS (SELECT note FROM public.u) SELECT id FROM public.t UNION ALL SELECT note FROM x",
                "t.note")).isEqualTo(IS_TRIED);
    }

    @Test
    void theFirstDoubtIsTold() {
        assertThat(decided("SELECT id, note, other FROM public.t JOIN public.u USING (id)", "t.note", "t.other"))
                .isEqualTo(IS_TRIED);
    }

    @Test
    void aRuleHasOldAndNewRowsOfItsTableAndFillsTheColumnsThatItLists() {
        Schema schema = schema("s", T, ARCHIVE);
        SqlChange kept = new CreateRule(T.name(), T.rules().get(0));
        SqlChange counted = new CreateRule(T.name(), T.rules().get(1));

        assertThat(decided(schema, kept, "t.note")).isEqualTo(WAITS);
        assertThat(decided(schema, kept, "t_archive.note"))
                .isEqualTo("BLOCKED needs column t_archive.note, which is blocked");
        assertThat(decided(schema, counted, "t.note")).isEqualTo(IS_TRIED);
        assertThat(decided(schema, counted, "t_archive.note"))
                .isEqualTo("BLOCKED needs column t_archive.note, which is blocked");
    }
}
