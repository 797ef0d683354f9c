package dev.plinth.plan;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence that is owned by a column of a table which takes numbers of it can be made neither before the table nor behind
 * it: as that of a serial column it is made with the table, which gets it afterwards.
 */
final class OwnedSequenceMerge {

    private final Map<QualifiedName, List<Sequence>> byTable = new HashMap<>();
    private final List<Sequence> merged = new ArrayList<>();

    private OwnedSequenceMerge(List<? extends SqlChange> changes) {
        for (SqlChange change : changes) {
            if (change instanceof CreateObject(Sequence sequence) && sequence.owner() != null) {
                byTable.computeIfAbsent(sequence.owner().table(), table -> new ArrayList<>()).add(sequence);
            }
        }
    }

    /** The changes without the sequences that went into others. */
    static List<SqlChange> of(List<? extends SqlChange> changes) {
        OwnedSequenceMerge merge = new OwnedSequenceMerge(changes);
        if (merge.byTable.isEmpty()) {
            return List.copyOf(changes);
        }
        List<SqlChange> all = new ArrayList<>();
        changes.forEach(change -> all.add(merge.withSequences(change)));
        all.removeIf(change -> change instanceof CreateObject(Sequence sequence) && merge.merged.contains(sequence));
        return all;
    }

    private SqlChange withSequences(SqlChange change) {
        return switch (change) {
            case CreateTable created -> new CreateTable(created.table(), numbering(created));
            case AddColumn added -> new AddColumn(added.table(), added.column(), numbering(added));
            case SqlChange other -> other;
        };
    }

    private List<Sequence> numbering(CreateTable created) {
        List<Sequence> owned = byTable.getOrDefault(created.table().name(), List.of());
        return owned.isEmpty() ? List.of() : merged(owned, TableNeeds.of(created.table()));
    }

    private List<Sequence> numbering(AddColumn added) {
        List<Sequence> owned = new ArrayList<>(byTable.getOrDefault(added.table(), List.of()));
        owned.removeIf(it -> it.owner() == null || !it.owner().column().equals(added.column().name()));
        return owned.isEmpty() ? List.of() : merged(owned, Needs.ofColumn(added.column()));
    }

    private List<Sequence> merged(List<Sequence> owned, List<Need> needs) {
        List<Sequence> numbering = new ArrayList<>();
        for (Sequence sequence : owned) {
            if (needs.contains(Need.ofTable(sequence.name()))) {
                numbering.add(sequence);
            }
        }
        merged.addAll(numbering);
        return numbering;
    }
}
