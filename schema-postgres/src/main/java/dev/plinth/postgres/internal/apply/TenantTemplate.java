package dev.plinth.postgres.internal.apply;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.diff.Change;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.model.Schema;
import dev.plinth.plan.SqlPlan;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statements that build a namespace from nothing, rendered once for all tenants. They are rendered for a namespace that
 * does not exist, whose quoted name occurs nowhere else in them, and every tenant's name is put in its place.
 */
final class TenantTemplate {

    private final Inspection shared;
    private final String placeholder;
    private final List<PlannedStep> steps;

    /**
     * @param declared the schema, as it is declared
     * @param shared what the tenants share, as it is now
     */
    TenantTemplate(Schema declared, Inspection shared, Options options, Run run) {
        this.shared = shared;
        List<String> texts = new ArrayList<>();
        plan(declared, shared, "", options, run)
                .forEach(step -> texts.add(step.step().detail() + step.inTransaction()));
        this.placeholder = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "plinth tenant " + number)
                .filter(name -> texts.stream().noneMatch(text -> text.contains(name)))
                .findFirst()
                .orElseThrow();
        this.steps = plan(declared, shared, placeholder, options, run);
    }

    /** Whether one transaction has room for all of it. */
    boolean fits(int statements) {
        return steps.stream().allMatch(step -> step.afterwards().isEmpty())
                && steps.stream().mapToInt(step -> step.inTransaction().size()).sum() <= statements;
    }

    /**
     * The steps of one tenant, which has nothing.
     *
     * @param exists whether its namespace is there, so that only what belongs into it is missing
     */
    List<PlannedStep> of(Job job, boolean exists) {
        String namespace = String.valueOf(job.ownership().namespace());
        if (namespace.contains("'")) {
            // A sequence is named inside of a string constant, where the quote has to be doubled.
            return job.plan(job.difference(shared), shared, Preflight.NONE).stream()
                    .filter(step -> !exists || !isNamespace(step.step().change()))
                    .toList();
        }
        Difference<SqlChange> difference = job.difference(shared);
        List<SqlPlan.Item> items = job.items(difference, shared, Preflight.NONE).stream()
                .filter(item -> !exists || !isNamespace(item.change()))
                .toList();
        List<PlannedStep> templates = steps.stream()
                .filter(step -> !exists || !isNamespace(step.step().change()))
                .toList();
        List<PlannedStep> own = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            own.add(of(items.get(place), templates.get(place), namespace));
        }
        return own;
    }

    private static boolean isNamespace(Change change) {
        return change instanceof CreateNamespace;
    }

    private PlannedStep of(SqlPlan.Item item, PlannedStep template, String namespace) {
        List<String> statements = template.inTransaction().stream()
                .map(text -> text.replace(SqlText.identifier(placeholder), SqlText.identifier(namespace)))
                .toList();
        Step pattern = template.step();
        Step step = Step.planned(item.change(), pattern.reason(), pattern.hazards(), statements)
                .with(item.status(), item.detail());
        return new PlannedStep(step, statements, List.of());
    }

    private static List<PlannedStep> plan(
            Schema declared, Inspection shared, String namespace, Options options, Run run) {
        Job job = Job.ofTenant(declared, namespace, options, run);
        return job.plan(job.difference(shared), shared, Preflight.NONE);
    }
}
