package dev.plinth.diff;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.naming.SupplementNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares comments, once all else is compared: one that is missing is added where its object is there, or comes. Another text is
 * drift; a comment that nobody declared is none.
 */
final class CommentDiff {

    private final Findings findings;
    private final List<Table> tables;
    private final Map<Target, String> live = new HashMap<>();
    private final Set<Target> added = new HashSet<>();
    private final List<NamedQuery> queries = new ArrayList<>();

    /** @param tables the declared ones */
    CommentDiff(LiveDatabase live, List<Table> tables, Findings findings) {
        this.findings = findings;
        this.tables = tables;
        live.objects().forEach(it -> {
            if (it.object() instanceof Comment comment) {
                this.live.put(comment.target(), comment.text());
            }
        });
    }

    void compare(List<Comment> declared) {
        if (!declared.isEmpty()) {
            findings.additions().flatMap(AddedTargets::of).forEach(added::add);
            passOn();
            findings.additions().forEach(this::addQuery);
            declared.forEach(this::compare);
        }
    }

    private void addQuery(SqlChange change) {
        if (change instanceof CreateObject created && created.object() instanceof NamedQuery view) {
            queries.add(view);
        }
    }

    private boolean isAdded(Target target) {
        return added.contains(target) || queries.stream().anyMatch(it -> it.mayHave(target));
    }

    /** A column that is added to a table is there in the tables below it too. */
    private void passOn() {
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Table table : tables) {
                for (Column column : table.columns()) {
                    isMore |= isPassedOn(table, column)
                            && added.add(Target.part(Target.Kind.COLUMN, table.name(), column.name()));
                }
            }
        }
    }

    private boolean isPassedOn(Table table, Column column) {
        PartitionOf part = table.options().partitionOf();
        List<QualifiedName> parents = part == null ? table.options().inherits() : List.of(part.table());
        return !column.options().isLocal()
                && parents.stream()
                        .anyMatch(it -> added.contains(Target.part(Target.Kind.COLUMN, it, column.name())));
    }

    /** What the namespace public says in a new database: nobody said it, so it is like no comment where another one is declared. */
    private static boolean isOfServer(Comment comment, String existing) {
        return comment.target().kind() == Target.Kind.NAMESPACE
                && existing.equals(Comment.OF_PUBLIC)
                && !comment.text().equals(Comment.OF_PUBLIC);
    }

    private void compare(Comment comment) {
        CreateObject change = new CreateObject(comment);
        String existing = live.getOrDefault(comment.target(), "");
        if (!existing.isEmpty() && !isOfServer(comment, existing)) {
            findings.text(
                    change.subject(),
                    "text",
                    ExpressionText.quoted(comment.text()),
                    ExpressionText.quoted(existing));
        } else if (live.containsKey(comment.target()) || isAdded(comment.target())) {
            findings.missing(change);
        } else {
            findings.obstructed(change, "there is no " + SupplementNames.of(comment.target()) + " in the database");
        }
    }
}
