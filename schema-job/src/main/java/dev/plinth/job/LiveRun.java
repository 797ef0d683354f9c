package dev.plinth.job;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.Plan;
import dev.plinth.PlinthException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Store;
import dev.plinth.VerifyException;
import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.json.PlanJson;
import dev.plinth.json.ReportJson;
import dev.plinth.model.Schema;
import dev.plinth.text.PlanText;
import dev.plinth.text.ProgressLines;
import dev.plinth.text.ReportText;
import java.util.List;

/** One verb on live stores: the result goes to the output, what people should know besides to the error output. */
record LiveRun(CommandLine command, Schema schema, List<OpenStore> stores, Console console) {

    /** Returns the exit code. */
    int run() {
        SchemaInitializer initializer = SchemaInitializer.of(schema)
                .with(stores.toArray(Store[]::new))
                .deadline(command.deadline());
        try {
            return switch (command.verb()) {
                case APPLY -> print(heard(initializer).apply());
                case VERIFY -> print(initializer.verify());
                case PLAN, RENDER, FINGERPRINT -> print(initializer.plan());
            };
        } catch (ApplyException e) {
            return failed(e, e.report());
        } catch (VerifyException e) {
            return failed(e, e.report());
        }
    }

    private SchemaInitializer heard(SchemaInitializer initializer) {
        return command.quiet() ? initializer : initializer.listener(ProgressLines.to(console.err()));
    }

    private int failed(PlinthException e, Report report) {
        int exitCode = print(report);
        console.problem(e.getMessage());
        return exitCode;
    }

    private int print(Plan plan) {
        console.print(command.json() ? PlanJson.toJson(plan) : PlanText.withStatements(plan));
        plan.stores().stream()
                .flatMap(store -> store.failures().stream())
                .forEach(console::problem);
        return exitCode(plan.findings());
    }

    private int print(Report report) {
        console.print(command.json() ? ReportJson.toJson(report) : ReportText.of(report));
        return exitCode(report.findings());
    }

    /** That of the gravest finding among those that decide it. */
    private int exitCode(List<Finding> findings) {
        return findings.stream()
                .filter(command.failOn()::contains)
                .findFirst()
                .map(Finding::exitCode)
                .orElse(Finding.EXIT_COMPLETE);
    }
}
