package dev.plinth.plan;

import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns that the schema names of views and the live ones lack, which nothing adds to them. Another text may have the word and
 * not mean the column, so what speaks of one is tried, and told of it where it fails.
 */
final class LackingColumns {

    private final Map<Need, String> lacking = new HashMap<>();

    LackingColumns(Schema schema, LiveDatabase live) {
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            live.view(view.name()).ifPresent(existing -> view.columns().stream()
                    .filter(column -> existing.column(column).isEmpty())
                    .forEach(column -> add(view.name(), column)));
        }
    }

    private void add(QualifiedName view, String column) {
        lacking.put(
                new Need.OfColumn(view, column),
                "the live view " + view.display() + " has no column " + column
                        + ", which the schema names; what reads it can be made once a migration has made that view anew");
    }

    /** What has to be known of a change that fails; empty where there is nothing. */
    String doubt(SqlChange change) {
        if (!lacking.isEmpty()) {
            for (Need need : Needs.of(change, List.of())) {
                String text = lacking.get(need);
                if (text != null) {
                    return text;
                }
            }
        }
        return "";
    }
}
