package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Index;
import dev.plinth.naming.DefaultNames;
import dev.plinth.postgres.internal.apply.PartitionTree.Attached;
import dev.plinth.postgres.internal.apply.PartitionTree.Part;
import dev.plinth.postgres.internal.render.RenderMode;
import dev.plinth.postgres.internal.render.SqlRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that build an index of a partitioned table with rows without a lock on its writers: CONCURRENTLY does not
 * work there, so the index is made of the table alone, which leaves it invalid, then one of each partition is built
 * concurrently and attached. With the last of them it is valid. What an interrupted build has left is gone on with.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE">
 *     Partition Maintenance</a>
 */
final class PartitionedIndex {

    private final Index index;
    private final PartitionTree tree;
    private final SqlRenderer renderer;
    private final List<String> statements = new ArrayList<>();

    /** The name of the index on each of the tables. */
    private final Map<QualifiedName, String> names = new HashMap<>();

    private PartitionedIndex(QualifiedName table, Index index, PartitionTree tree, SqlRenderer renderer) {
        this.index = index;
        this.tree = tree;
        this.renderer = renderer;
        names.put(table, index.name());
    }

    /** From nothing. */
    static List<String> create(CreateIndex created, PartitionTree tree, SqlRenderer renderer) {
        PartitionedIndex build = new PartitionedIndex(created.table(), created.index(), tree, renderer);
        build.statements.add(renderer.only(new CreateIndex(created.table(), created.index())));
        build.addParts();
        build.statements.addAll(renderer.marks(created.table(), created.index(), created.marks()));
        return build.statements;
    }

    /** What is left of a build that was interrupted. */
    static List<String> complete(RebuildIndex rebuilt, PartitionTree tree, SqlRenderer renderer) {
        PartitionedIndex build = new PartitionedIndex(rebuilt.table(), rebuilt.index(), tree, renderer);
        build.addParts();
        build.statements.addAll(renderer.marks(rebuilt.table(), rebuilt.index(), rebuilt.marks()));
        return build.statements;
    }

    private void addParts() {
        tree.parts().forEach(this::add);
    }

    private void add(Part part) {
        String above = names.getOrDefault(part.whole(), "");
        String attached = part.indexes().entrySet().stream()
                .filter(it -> it.getValue().whole().equals(above))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        if (!attached.isEmpty()) {
            names.put(part.table(), attached);
            return;
        }
        String name = DefaultNames.index(part.table().name(), List.of(index.name()), taken(part));
        names.put(part.table(), name);
        build(part, name);
        statements.add(renderer.attach(part.whole().sibling(above), part.table().sibling(name)));
    }

    /** The names that the indexes of the other partitions have, or are to have: long ones may be the same once they are cut. */
    private Set<String> taken(Part part) {
        Set<String> taken = new HashSet<>(names.values());
        tree.parts().stream().filter(it -> it != part).forEach(it -> taken.addAll(it.indexes().keySet()));
        return taken;
    }

    private void build(Part part, String name) {
        Attached existing = part.indexes().get(name);
        Index own = index.named(name);
        if (existing == null) {
            CreateIndex created = new CreateIndex(part.table(), own);
            statements.addAll(
                    part.isPartitioned()
                            ? List.of(renderer.only(created))
                            : renderer.statements(created, RenderMode.ONLINE));
        } else if (!existing.isValid() && !part.isPartitioned()) {
            statements.addAll(renderer.statements(new RebuildIndex(part.table(), own, List.of()), RenderMode.ONLINE));
        }
    }
}
