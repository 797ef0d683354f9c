package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Change;
import dev.plinth.diff.DynamoChange;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Table;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application cannot do without. */
class ServingTest {

    private static final Schema SCHEMA = DomainFlow.SCHEMA;

    @Test
    void tablesAreNeededAndIndexesAreNot() {
        Table agents = SCHEMA.tables().stream().filter(table -> !table.indexes().isEmpty()).findFirst().orElseThrow();
        DynamoTable reports = SCHEMA.dynamoTables().getFirst();
        List<Change> changes = List.of(
                new Change.CreateTable(agents),
                new Change.CreateIndex(agents.name(), agents.indexes().getFirst()),
                new DynamoChange.CreateDynamoTable(reports),
                new DynamoChange.AddGlobalIndex(reports, reports.globalIndexes().getFirst()));

        assertThat(Serving.pendingNeeds(report(changes, Step.Status.PENDING)))
                .containsExactly("table agent_definitions", "DynamoDB table Reports");
        assertThat(Serving.pendingNeeds(report(changes, Step.Status.DONE))).isEmpty();
    }

    private static Report report(List<Change> changes, Step.Status status) {
        List<Step> steps = changes.stream()
                .map(change -> Step.planned(change, "", List.of(), List.of()).with(status, ""))
                .toList();
        StoreReport store = new StoreReport("postgres", "", steps, List.of(), List.of(), List.of(), Duration.ZERO);
        return new Report(SCHEMA, Report.Verb.APPLY, List.of(store), List.of(), Duration.ZERO);
    }
}
