package dev.plinth.plan;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a query tell of columns that are not there, which is not much: the word may be another table's column. So a
 * query is tried where its words may mean something else that is there, and told what they seem to mean where it fails.
 */
final class ColumnWords {

    private final Schema schema;
    private final Map<Need, String> lacking = new HashMap<>();

    ColumnWords(Schema schema, LiveDatabase live) {
        this.schema = schema;
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            live.view(view.name()).ifPresent(existing -> view.columns().stream()
                    .filter(column -> existing.column(column).isEmpty())
                    .forEach(column -> lack(view.name(), column)));
        }
    }

    /** A live view gets no column. */
    private void lack(QualifiedName view, String column) {
        lacking.put(
                new Need.OfColumn(view, column),
                "the live view " + view.display() + " has no column " + column
                        + ", which the schema names; what reads it can be made once a migration has made that view anew");
    }

    /**
     * Whether a query has the word for a column, names another relation that has such a column too, and does not say plainly
     * whose it means.
     *
     * @param absent what is not there: a column among it is no other one that the word could mean
     */
    boolean mayMeanAnother(SqlChange change, Need need, List<Need> needs, Set<Need> absent) {
        if (!(need instanceof Need.OfColumn(QualifiedName table, String column))) {
            return false;
        }
        String text = text(change);
        boolean hasAnother = !text.isEmpty()
                && needs.stream()
                        .anyMatch(other -> other instanceof Need.OfColumn(QualifiedName another, String same)
                                && same.equals(column)
                                && !another.equals(table)
                                && isDeclared(another, same)
                                && !lacking.containsKey(other)
                                && !absent.contains(other));
        boolean isOfRule = change instanceof CreateRule created && created.table().equals(table);
        return hasAnother && !PlainWords.nameColumn(text, table, column, isOfRule);
    }

    private boolean isDeclared(QualifiedName relation, String column) {
        return schema.table(relation).flatMap(table -> table.column(column)).isPresent()
                || schema.objects(NamedQuery.class).stream()
                        .anyMatch(view -> view.name().equals(relation) && view.columns().contains(column));
    }

    /** What a query says; empty for anything else. */
    private static String text(SqlChange change) {
        return change instanceof CreateRule created
                ? QueryNeeds.text(created.rule())
                : change instanceof CreateObject made && made.object() instanceof NamedQuery view ? view.query() : "";
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
