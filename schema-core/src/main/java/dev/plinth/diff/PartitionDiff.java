package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.PartitionBounds;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a partition that does not exist can be created beside those that do, which may have been made at run time. */
final class PartitionDiff {

    private final Table declared;
    private final @Nullable LiveTable whole;

    PartitionDiff(Table declared, LiveDatabase database) {
        this.declared = declared;
        PartitionOf partition = declared.options().partitionOf();
        this.whole = partition == null ? null : database.table(partition.table()).orElse(null);
    }

    /** The live partition that has the same rows under another name. */
    Optional<QualifiedName> equivalent() {
        return find((bounds, live) -> bounds.same(bound(), live).orElse(false));
    }

    /** A partition that is there under another name, or in another namespace, which is a word of its own in the schema. */
    static void elsewhere(QualifiedName declared, QualifiedName live, Findings findings) {
        Subject subject = Subject.of(ObjectKind.TABLE, declared.display());
        if (declared.namespace().equals(live.namespace())) {
            findings.otherName(subject, declared.display(), live.display());
        } else {
            findings.present(
                    subject,
                    "name",
                    declared.display(),
                    live.display(),
                    "declare it with t.partition(namespace(\"" + live.namespace() + "\"), \"" + live.name()
                            + "\", ...) to make them agree");
        }
    }

    /** Why it cannot be created. */
    Optional<String> obstacle() {
        if (whole == null) {
            return Optional.empty();
        }
        String name = whole.name().display();
        if (!whole.isPartitioned()) {
            return Optional.of(name + " is not partitioned");
        }
        return find((bounds, live) -> bounds.overlap(bound(), live))
                .map(other -> "rows that belong into it belong into " + other.display() + ", a partition of " + name);
    }

    private interface Condition {
        boolean holds(PartitionBounds bounds, PartitionBound live);
    }

    private Optional<QualifiedName> find(Condition condition) {
        if (whole == null) {
            return Optional.empty();
        }
        LiveTable table = whole;
        return TableOptionsDiff.bounds(table).flatMap(bounds -> table.partitions().entrySet().stream()
                .filter(it -> condition.holds(bounds, it.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst());
    }

    private PartitionBound bound() {
        return Objects.requireNonNull(declared.options().partitionOf()).bound();
    }
}
