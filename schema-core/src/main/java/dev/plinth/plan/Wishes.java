package dev.plinth.plan;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * What should be there before an addition and need not be, so that circles can be broken: the targets of foreign keys, which
 * can be added later, and what an opaque body depends on, which nobody reads while {@code check_function_bodies} is off.
 * Checks can be added later too, where nothing else helps.
 */
final class Wishes {

    private Wishes() {}

    /** The tables that foreign keys point to; they are not among the {@link Needs} of the table. */
    static List<Need> ofForeignKeys(SqlChange change) {
        return change instanceof CreateTable created
                ? created.table().constraints(ForeignKey.class).stream()
                        .map(key -> Need.ofTable(key.target()))
                        .toList()
                : List.of();
    }

    /** What only the checks of a table or domain and the exclusion constraints need; it is among the {@link Needs}, too. */
    static List<Need> ofChecks(SqlChange change) {
        List<Need> needs = new ArrayList<>();
        for (Constraint constraint : constraints(change)) {
            needs.addAll(ofCheck(constraint));
        }
        return needs;
    }

    /** What a check or an exclusion constraint needs beside its table or domain. */
    static List<Need> ofCheck(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Check check -> Mentioned.objects(check.condition());
            case Constraint.Exclusion exclusion -> Needs.ofExclusion(exclusion);
            case Constraint.PrimaryKey ignored -> List.of();
            case Constraint.Unique ignored -> List.of();
            case ForeignKey ignored -> List.of();
        };
    }

    private static List<? extends Constraint> constraints(SqlChange change) {
        if (change instanceof CreateTable created) {
            return created.table().constraints();
        }
        return change instanceof CreateObject(DomainType domain) ? domain.checks() : List.of();
    }

    /** What the text of a body speaks of, as its author says; each is among the {@link Needs} of the function, too. */
    static List<Need> ofOpaqueBody(SqlChange change) {
        return change instanceof CreateObject created && created.object() instanceof Function function
                && !function.body().isSql()
                        ? function.dependsOn().stream().<Need>map(Need.OfObject::new).toList()
                        : List.of();
    }
}
