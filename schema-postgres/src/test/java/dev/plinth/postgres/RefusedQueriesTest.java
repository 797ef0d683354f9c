package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerListener;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.View;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an apply does about queries that the server refuses. */
class RefusedQueriesTest {

    private final List<String> heard = new ArrayList<>();

    /** The database is looked at once for all of them. */
    @Test
    void anApplyGoesOnBehindEachOfThem() {
        View wrong = view("wrong", "SELECT nothing FROM public.t");
        Function one = function("one", f -> {
            f.argument("n", integer());
            f.returns(integer()).language("sql").immutable().body("SELECT 1");
        });
        Schema schema = schema(
                "views",
                wrong,
                view("as_wrong", "SELECT nothing FROM public.t"),
                view("above", "SELECT * FROM public.wrong"),
                view("fine", "SELECT id FROM public.t"),
                one.dependsOn(wrong),
                table("t", t -> {
                    t.column("id", integer());
                    t.check("t_positive", "id > 0");
                    t.index("t_one").on(sql("public.one(id)"));
                    t.index("t_id").on(t.column("other", integer()));
                    t.rule("noted").on(DELETE).doAlso("DELETE FROM public.nothing");
                }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer); INSERT INTO t VALUES (1)");
            PostgresStore store = PostgresStore.of(database.dataSource()).allow(GuardedAddition.RULE);

            assertThatThrownBy(
                    () -> SchemaInitializer.of(schema).with(store).listener(listener()).apply())
                    .isInstanceOfSatisfying(ApplyException.class, e -> assertThat(
                            e.report().stores().getFirst().steps().stream()
                                    .map(step -> step.status() + " " + step.change().subject().display()))
                            .containsExactly(
                                    "DONE column t.other",
                                    "DONE view fine",
                                    "DONE constraint t_positive on t",
                                    "DONE index t_id on t",
                                    "FAILED view wrong",
                                    "BLOCKED function one(integer)",
                                    "FAILED view as_wrong",
                                    "BLOCKED view above",
                                    "BLOCKED index t_one on t",
                                    "FAILED rule noted on t"));
            assertThat(heard).containsExactly(
                    "plan of 10",
                    "plan of 10",
                    "UNDONE 1 of 10: view wrong, function one(integer), column t.other, constraint t_positive on t, view"
                            + " as_wrong, view above, view fine, rule noted on t",
                    "retry: column \"nothing\" does not exist",
                    "plan of 10",
                    "FAILED 1 of 10: view wrong",
                    "DONE 1 of 6: column t.other, constraint t_positive on t",
                    "FAILED 2 of 6: view as_wrong",
                    "DONE 2 of 5: view fine",
                    "FAILED 3 of 5: rule noted on t",
                    "DONE 3 of 4: constraint t_positive on t",
                    "DONE 4 of 4: index t_id on t");
        }
    }

    private InitializerListener listener() {
        return event -> {
            String line = line(event);
            if (!line.isEmpty()) {
                heard.add(line);
            }
        };
    }

    private static String line(InitializerEvent event) {
        return event instanceof PlanComputed plan
                ? "plan of " + plan.steps().size()
                : event instanceof Retry retry
                        ? "retry: " + retry.reason().replaceAll(" \\(SQLSTATE.*", "")
                        : event instanceof WorkDone(var work, var took, var outcome, var message)
                                ? outcome + " " + work.number() + " of " + work.total() + ": " + subjects(work.steps())
                                : "";
    }

    private static String subjects(List<Step> steps) {
        return steps.stream().map(step -> step.change().subject().display()).collect(Collectors.joining(", "));
    }
}
