package dev.plinth.plan;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.MaterializedView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts materialized views behind all that may be read where they are filled, which is when they are created: a function that
 * their query calls may have a body of text, which does not say what it reads. {@code pg_dump} fills them last for that reason.
 */
final class FilledLast {

    private FilledLast() {}

    /**
     * The changes with materialized views, and what needs those, behind the others.
     *
     * @param ordered each change behind what it needs
     * @param isReadable whether a query could read what the change makes; the other changes stay behind
     */
    static List<SqlChange> of(List<SqlChange> ordered, Predicate<SqlChange> isReadable) {
        if (ordered.stream().noneMatch(FilledLast::isFilled)) {
            return ordered;
        }
        List<SqlChange> first = new ArrayList<>();
        List<SqlChange> filled = new ArrayList<>();
        List<SqlChange> rest = new ArrayList<>();
        Set<Need> late = new HashSet<>();
        for (SqlChange change : ordered) {
            boolean isLate = isFilled(change) || Needs.of(change, List.of()).stream().anyMatch(late::contains);
            if (isLate) {
                late.addAll(Provided.by(change));
            }
            (!isReadable.test(change) ? rest : isLate ? filled : first).add(change);
        }
        return Stream.of(first, filled, rest).flatMap(List::stream).toList();
    }

    private static boolean isFilled(SqlChange change) {
        return change instanceof CreateObject(MaterializedView view) && view.options().populated();
    }
}
