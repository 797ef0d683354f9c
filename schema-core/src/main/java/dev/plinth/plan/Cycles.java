package dev.plinth.plan;

import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cannot be made because each of it needs the next. Names in texts make some of the needs, so what only seems to be a
 * cycle is tried, and named where it fails.
 */
public final class Cycles {

    private final Map<Subject, String> certain = new HashMap<>();
    private final Map<Subject, String> possible = new HashMap<>();

    private Cycles() {}

    /** What {@link SqlOrder#withCycles} found among the additions to a schema. */
    public static Cycles of(List<List<SqlChange>> all, Schema schema) {
        Cycles cycles = new Cycles();
        if (all.isEmpty()) {
            return cycles;
        }
        Set<QualifiedName> unique = unique(schema);
        for (List<SqlChange> cycle : all) {
            Map<Subject, String> texts = isCertain(cycle, unique) ? cycles.certain : cycles.possible;
            texts.putIfAbsent(cycle.getLast().subject(), text(cycle));
        }
        return cycles;
    }

    /** Why a change can never be made; empty for any other. */
    public String certain(SqlChange change) {
        return certain.getOrDefault(change.subject(), "");
    }

    /** What has to be known of a change that fails; empty where there is nothing. */
    String possible(SqlChange change) {
        return possible.getOrDefault(change.subject(), "");
    }

    static String text(List<SqlChange> cycle) {
        StringBuilder text = new StringBuilder(cycle.getLast().subject().display());
        for (SqlChange change : cycle) {
            text.append(text.isEmpty() || change == cycle.getFirst() ? " needs " : ", which needs ")
                    .append(change.subject().display());
        }
        return text + ": none of them can be created first; let one do without the next, or give a function a body() of"
                + " text, which is read when it runs";
    }

    /** The names that one object has, whatever its kind: what a text means by another name is not certain. */
    private static Set<QualifiedName> unique(Schema schema) {
        Set<QualifiedName> unique = new HashSet<>();
        Set<QualifiedName> twice = new HashSet<>();
        for (Table table : schema.tables()) {
            (unique.add(table.name()) ? unique : twice).add(table.name());
        }
        for (DatabaseObject object : schema.objects()) {
            (unique.add(object.name()) ? unique : twice).add(object.name());
        }
        unique.removeAll(twice);
        return unique;
    }

    private static boolean isCertain(List<SqlChange> cycle, Set<QualifiedName> unique) {
        SqlChange before = cycle.getLast();
        for (SqlChange change : cycle) {
            if (!isCertain(before, change, unique)) {
                return false;
            }
            before = change;
        }
        return true;
    }

    private static boolean isCertain(SqlChange change, SqlChange needed, Set<QualifiedName> unique) {
        Set<Need> provided = new HashSet<>(Provided.by(needed));
        for (Need need : Needs.of(change, List.of())) {
            boolean isNamed = need instanceof Need.OfObject(var object) && unique.contains(object.name())
                    || need instanceof Need.OfRoutine(QualifiedName routine) && unique.contains(routine);
            if (isNamed && provided.contains(need)) {
                return true;
            }
        }
        return false;
    }
}
