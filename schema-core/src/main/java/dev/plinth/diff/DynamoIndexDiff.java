package dev.plinth.diff;

import static dev.plinth.diff.ObjectKind.GLOBAL_INDEX;
import static dev.plinth.diff.ObjectKind.LOCAL_INDEX;
import static dev.plinth.diff.ObjectKind.VECTOR_INDEX;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.VectorIndex;

/** The indexes that can be added to a table that exists. */
record DynamoIndexDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final String ADVICE =
            "an index cannot be changed: declare it under a new name, and delete this one once nothing reads it";
    private static final String TAKEN = "nothing is created under that name; rename one of the two";

    void compare() {
        declared.localIndexes().forEach(this::localIndex);
        declared.globalIndexes().forEach(this::globalIndex);
        declared.vectorIndexes().forEach(this::vectorIndex);
    }

    private void localIndex(LocalIndex index) {
        Subject subject = Subject.on(LOCAL_INDEX, index.name(), declared.name());
        if (live.globalIndex(index.name()).isPresent()) {
            taken(subject, "a local index", "a global index");
        } else if (live.vectorIndex(index.name()).isPresent()) {
            taken(subject, "a local index", "a vector index");
        } else {
            new DynamoTableDiff(declared, live, findings).localIndex(index);
        }
    }

    private void globalIndex(GlobalIndex index) {
        Subject subject = Subject.on(GLOBAL_INDEX, index.name(), declared.name());
        if (live.localIndex(index.name()).isPresent()) {
            taken(subject, "a global index", "a local index");
        } else if (live.vectorIndex(index.name()).isPresent()) {
            taken(subject, "a global index", "a vector index");
        } else {
            live.globalIndex(index.name())
                    .filter(found -> !found.stage().isGoing())
                    .ifPresentOrElse(
                            found -> compare(subject, index, found),
                            () -> findings.missing(new AddGlobalIndex(declared, index)));
            contributorInsights(index);
        }
    }

    private void compare(Subject subject, GlobalIndex index, LiveGlobalIndex found) {
        if (isBegun(found.stage())) {
            findings.begun(new AddGlobalIndex(declared, index));
        }
        findings.different(
                subject,
                "key",
                DynamoKey.declared(index.key(), declared).display(),
                DynamoKey.live(found.definition().key(), live).display(),
                ADVICE);
        findings.different(
                subject,
                "projection",
                DynamoWords.projection(index.projection()),
                DynamoWords.projection(found.definition().projection()),
                ADVICE);
    }

    /** An index that is not there yet has none: they are missing like the index. */
    private void contributorInsights(GlobalIndex index) {
        ContributorInsights mode = index.contributorInsights();
        if (mode != null) {
            LiveValue<ContributorInsights> found = live.globalIndex(index.name())
                    .map(LiveGlobalIndex::contributorInsights)
                    .orElseGet(LiveValue.Absent::new);
            EnableContributorInsights change =
                    new EnableContributorInsights(declared.name(), index.name(), mode);
            findings.part(change, mode, found, DynamoSettingsDiff.INSIGHTS);
        }
    }

    private void vectorIndex(VectorIndex index) {
        Subject subject = Subject.on(VECTOR_INDEX, index.name(), declared.name());
        if (live.localIndex(index.name()).isPresent()) {
            taken(subject, "a vector index", "a local index");
        } else if (live.globalIndex(index.name()).isPresent()) {
            taken(subject, "a vector index", "a global index");
        } else {
            live.vectorIndex(index.name())
                    .filter(found -> !found.stage().isGoing())
                    .ifPresentOrElse(
                            found -> compare(subject, index, found),
                            () -> findings.missing(new AddVectorIndex(declared, index)));
        }
    }

    private void compare(Subject subject, VectorIndex index, LiveVectorIndex found) {
        if (isBegun(found.stage())) {
            findings.begun(new AddVectorIndex(declared, index));
        }
        LiveVectorIndex wanted = LiveVectorIndex.of(index, found.stage());
        findings.different(subject, "vector", DynamoWords.vector(wanted), DynamoWords.vector(found), ADVICE);
        findings.different(
                subject,
                "search schema",
                DynamoKey.search(wanted, name -> declared.attribute(name).map(Attribute::type)).display(),
                DynamoKey.search(found, live::typeOf).display(),
                ADVICE);
        findings.different(
                subject,
                "projection",
                DynamoWords.projection(index.projection()),
                DynamoWords.projection(found.projection()),
                ADVICE);
    }

    private void taken(Subject subject, String wanted, String actual) {
        findings.drift(subject, Drift.Kind.CONFLICT, "name", wanted, actual, TAKEN);
    }

    /** Indexes that come with the table are part of its creation. */
    private boolean isBegun(IndexStage stage) {
        return stage.isBeingBuilt() && live.status() != LiveDynamoTable.Status.CREATING;
    }
}
