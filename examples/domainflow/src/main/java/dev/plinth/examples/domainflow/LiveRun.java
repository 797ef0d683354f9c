package dev.plinth.examples.domainflow;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.Plan;
import dev.plinth.PlinthException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.VerifyException;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.json.PlanJson;
import dev.plinth.json.ReportJson;
import dev.plinth.text.PlanText;
import dev.plinth.text.ProgressLines;
import dev.plinth.text.ReportText;
import java.io.PrintStream;

/** One verb on live stores: the result goes to the output, what people should know besides to the error output. */
record LiveRun(LiveStores stores, boolean json, PrintStream out, PrintStream err) {

    /** Returns the exit code. */
    int run(Verb verb) {
        stores.leftAside().ifPresent(err::println);
        SchemaInitializer initializer =
                SchemaInitializer.of(DomainFlow.SCHEMA).with(stores.stores().toArray(Store[]::new));
        try {
            return switch (verb) {
                case APPLY -> print(initializer.listener(ProgressLines.to(err)).apply());
                case VERIFY -> print(initializer.verify());
                case PLAN, DDL, REQUESTS -> print(initializer.plan());
            };
        } catch (ApplyException e) {
            return failed(e, print(e.report()));
        } catch (VerifyException e) {
            return failed(e, print(e.report()));
        } catch (StoreException e) {
            return failed(e, Finding.FAILED.exitCode());
        }
    }

    private int failed(PlinthException e, int exitCode) {
        err.println("domainflow: " + e.getMessage());
        return exitCode;
    }

    private int print(Plan plan) {
        print(json ? PlanJson.toJson(plan) : PlanText.withStatements(plan));
        return plan.exitCode();
    }

    private int print(Report report) {
        print(json ? ReportJson.toJson(report) : ReportText.of(report));
        return report.exitCode();
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
