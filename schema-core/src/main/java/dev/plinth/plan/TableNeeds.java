package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before a table can be created: those above it, and what its columns and constraints are made of. */
final class TableNeeds {

    private TableNeeds() {}

    /** Its foreign keys are no needs: one whose target cannot exist before the table is added later. */
    static List<Need> of(Table table) {
        List<Need> needs = new ArrayList<>();
        table.options().inherits().forEach(parent -> needs.addAll(ofAbove(parent, table)));
        if (table.options().partitionOf() != null) {
            needs.addAll(ofAbove(table.options().partitionOf().table(), table));
        }
        if (table.options().partitioning() != null) {
            needs.addAll(ofPartitioning(table.options().partitioning()));
        }
        table.columns().stream()
                .filter(column -> column.options().isLocal())
                .forEach(column -> needs.addAll(Needs.ofColumn(column)));
        table.constraints(Constraint.Check.class)
                .forEach(check -> needs.addAll(Mentioned.objects(check.condition())));
        table.constraints(Constraint.Exclusion.class).forEach(exclusion -> needs.addAll(Needs.ofExclusion(exclusion)));
        return needs;
    }

    /** A table above, with the columns that come from it: one that is there may lack some. */
    private static List<Need> ofAbove(QualifiedName above, Table table) {
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(above)));
        table.columns().stream()
                .filter(column -> !column.options().isLocal())
                .forEach(column -> needs.add(new Need.OfColumn(above, column.name())));
        return needs;
    }

    private static List<Need> ofPartitioning(Partitioning partitioning) {
        List<Need> needs = new ArrayList<>(Needs.objects(partitioning.keys(), null));
        partitioning.extensions().forEach(extension -> needs.add(new Need.OfExtension(extension)));
        return needs;
    }
}
