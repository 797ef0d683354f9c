package dev.plinth.diff;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.naming.PartitionBounds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what a table says besides its columns: partitions, inheritance, storage. None of it is ever changed. */
final class TableOptionsDiff {

    private final Table declared;
    private final TableOptions wanted;
    private final TableOptions existing;
    private final LiveTable live;
    private final LiveDatabase database;
    private final Answers answers;
    private final Findings findings;
    private final Subject subject;
    private final String alter;

    TableOptionsDiff(Table declared, LiveTable live, LiveDatabase database, Answers answers, Findings findings) {
        this.declared = declared;
        this.wanted = declared.options();
        this.existing = live.options();
        this.live = live;
        this.database = database;
        this.answers = answers;
        this.findings = findings;
        this.subject = Subject.of(ObjectKind.TABLE, declared.name().display());
        this.alter = "ALTER TABLE " + declared.name().display() + " ";
    }

    /** False where the table is not the partition that it is to be, so that nothing else of it is worth a look. */
    boolean compare() {
        if (wanted.equals(existing)) {
            return true;
        }
        if (isUnattached()) {
            return false;
        }
        comparePartitioning(wanted.partitioning(), existing.partitioning());
        comparePartition(wanted.partitionOf(), existing.partitionOf());
        findings.text(
                subject,
                "inheritance",
                PartitionText.parents(wanted.inherits()),
                PartitionText.parents(existing.inherits()));
        findings.text(
                subject, "persistence", logged(wanted), logged(existing), alter + "SET " + logged(wanted));
        compareStorage();
        return true;
    }

    private boolean isUnattached() {
        PartitionOf partition = wanted.partitionOf();
        if (partition == null || existing.partitionOf() != null) {
            return false;
        }
        String attach = "ALTER TABLE " + partition.table().display() + " ATTACH PARTITION "
                + declared.name().display() + " " + PartitionText.of(partition.bound());
        findings.unattached(
                subject,
                PartitionText.of(partition),
                "a table of its own",
                "nothing is attached; " + attach + " makes it the partition, or rename one of the two");
        return true;
    }

    private void comparePartitioning(@Nullable Partitioning partitioning, @Nullable Partitioning other) {
        String aspect = "partitioning";
        if (partitioning == null || other == null || partitioning.strategy() != other.strategy()) {
            findings.text(subject, aspect, PartitionText.of(partitioning), PartitionText.of(other));
        } else {
            Verdict verdict = new IndexKeys(declared.name(), partitioning.strategy().method(), answers)
                    .same(partitioning.keys(), other.keys());
            findings.verdict(verdict, subject, aspect, partitioning, other, PartitionText::of);
        }
    }

    private void comparePartition(@Nullable PartitionOf partition, @Nullable PartitionOf other) {
        if (partition == null || other == null) {
            findings.text(subject, "partition", PartitionText.of(partition), PartitionText.of(other));
        } else {
            findings.verdict(same(partition, other), subject, "partition", partition, other, PartitionText::of);
        }
    }

    private Verdict same(PartitionOf partition, PartitionOf other) {
        Optional<LiveTable> whole = database.table(other.table());
        if (!partition.table().equals(other.table()) || whole.isEmpty()) {
            return partition.equals(other) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        return bounds(whole.get())
                .flatMap(bounds -> bounds.same(partition.bound(), other.bound()))
                .map(same -> same ? Verdict.EQUAL : Verdict.DIFFERENT)
                .orElse(Verdict.UNDECIDED);
    }

    /** The bounds of the partitions of a live table, if it has any. */
    static Optional<PartitionBounds> bounds(LiveTable whole) {
        List<Column> columns = whole.plainColumns();
        return Optional.ofNullable(whole.options().partitioning()).map(it -> PartitionBounds.of(it, columns));
    }

    /** A partition is stored as its table is, where it says nothing itself. */
    private void compareStorage() {
        boolean inherits = wanted.partitionOf() != null;
        if (!inherits || wanted.accessMethod() != null) {
            String method = Objects.requireNonNullElse(wanted.accessMethod(), "heap");
            findings.text(
                    subject,
                    "access method",
                    method,
                    database.storage().accessMethod(wanted.accessMethod(), existing.accessMethod()),
                    alter + "SET ACCESS METHOD " + method);
        }
        if (!inherits || wanted.tablespace() != null) {
            String tablespace = Objects.requireNonNullElse(wanted.tablespace(), "");
            findings.text(
                    subject,
                    "tablespace",
                    tablespace,
                    database.storage().tablespace(wanted.tablespace(), existing.tablespace()),
                    alter + "SET TABLESPACE " + (tablespace.isEmpty() ? "pg_default" : tablespace));
        }
        compareParameters(findings, subject, kept(wanted.parameters(), live), existing.parameters(), alter);
    }

    /** What a table can keep of its parameters. */
    static StorageParameters kept(StorageParameters wanted, LiveTable live) {
        return live.hasToast() ? wanted : wanted.withoutToast();
    }

    /** @param alter what the statements begin with that change the parameters */
    static void compareParameters(
            Findings findings, Subject subject, StorageParameters wanted, StorageParameters existing, String alter) {
        String set = wanted.values().entrySet().stream()
                .filter(it -> !it.getValue().equals(existing.values().get(it.getKey())))
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining(", "));
        String reset = existing.values().keySet().stream()
                .filter(name -> !wanted.values().containsKey(name))
                .collect(Collectors.joining(", "));
        String statement = Stream.of(set.isEmpty() ? "" : alter + "SET (" + set + ")",
                reset.isEmpty() ? "" : alter + "RESET (" + reset + ")")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
        findings.text(subject, "storage parameters", text(wanted.values()), text(existing.values()), statement);
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Once indexes and keys are compared: one that is yet to be created, or to be built to its end, brings its marks, unless the table
     * has them on another one.
     */
    void compareMarks() {
        String cluster = Objects.requireNonNullElse(wanted.clusterOn(), "");
        if (cluster.isEmpty() || exists(cluster) || existing.clusterOn() != null) {
            findings.text(
                    subject,
                    "CLUSTER ON",
                    cluster,
                    Objects.requireNonNullElse(existing.clusterOn(), ""),
                    alter + (cluster.isEmpty() ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + cluster));
        }
        ReplicaIdentity identity = wanted.replicaIdentity();
        if (!(identity instanceof ReplicaIdentity.UsingIndex(String index))
                || exists(index)
                || !existing.replicaIdentity().equals(ReplicaIdentity.DEFAULT)) {
            findings.text(
                    subject,
                    "REPLICA IDENTITY",
                    text(identity),
                    text(existing.replicaIdentity()),
                    alter + "REPLICA IDENTITY " + text(identity));
        }
    }

    private boolean exists(String index) {
        return findings.additions().noneMatch(change -> change instanceof Change.OnTable added
                && added.table().equals(declared.name())
                && switch (added) {
                    case Change.CreateIndex created -> created.index().name().equals(index);
                    case Change.RebuildIndex rebuilt -> rebuilt.index().name().equals(index);
                    case Change.AddConstraint key -> key.constraint().name().equals(index);
                    case Change.OnTable ignored -> false;
                });
    }

    private static String logged(TableOptions options) {
        return options.unlogged() ? "UNLOGGED" : "LOGGED";
    }

    private static String text(ReplicaIdentity identity) {
        return switch (identity) {
            case ReplicaIdentity.Default() -> "DEFAULT";
            case ReplicaIdentity.Full() -> "FULL";
            case ReplicaIdentity.Nothing() -> "NOTHING";
            case ReplicaIdentity.UsingIndex(String index) -> "USING INDEX " + index;
        };
    }
}
