package dev.plinth.examples.domainflow.lambda;

import dev.plinth.Report;
import dev.plinth.Step;
import dev.plinth.diff.Change;
import dev.plinth.diff.DynamoChange;
import java.util.List;

/** Whether an application can work with what is there, while the rest is being built. */
final class Serving {

    private Serving() {}

    /** What is pending that reads and writes need. */
    static List<String> pendingNeeds(Report report) {
        return report.steps(Step.Status.PENDING).stream()
                .filter(step -> isNeeded(step.change()))
                .map(step -> step.change().subject().display())
                .toList();
    }

    /** An index makes queries fast, a setting makes operation easy; a table or a column is written to. */
    private static boolean isNeeded(Change change) {
        return switch (change) {
            case Change.CreateNamespace c -> true;
            case Change.CreateExtension c -> true;
            case Change.CreateObject c -> true;
            case Change.AddLabel c -> true;
            case Change.AddAttribute c -> true;
            case Change.CreateTable c -> true;
            case Change.AddColumn c -> true;
            case Change.AddConstraint c -> true;
            case Change.OnRowSecurity c -> true;
            case Change.CreateTrigger c -> true;
            case Change.CreateRule c -> true;
            case Change.AddDefault c -> true;
            case DynamoChange.CreateDynamoTable c -> true;
            case Change.AddDomainCheck c -> true;
            case Change.ValidateConstraint c -> false;
            case Change.ValidateDomainCheck c -> false;
            case Change.CreateIndex c -> false;
            case Change.RebuildIndex c -> false;
            case DynamoChange c -> false;
        };
    }
}
