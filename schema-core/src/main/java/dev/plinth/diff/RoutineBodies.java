package dev.plinth.diff;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RoutineBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether two bodies are the same: text without what an editor decided, SQL by its words, else by what the store says. */
public final class RoutineBodies {

    private RoutineBodies() {}

    /** The pairs of bodies in SQL that their words do not tell to be the same, and that a store can be asked about. */
    public static List<Answers.Bodies> open(Schema schema, LiveDatabase live) {
        Map<ObjectName, Function> existing = new HashMap<>();
        live.objects().forEach(it -> {
            if (it.object() instanceof Function function) {
                existing.put(ObjectName.of(function), function);
            }
        });
        List<Answers.Bodies> open = new ArrayList<>();
        for (Function declared : schema.functions()) {
            Function other = existing.get(ObjectName.of(declared));
            if (other != null && declared.body().isSql() && other.body().isSql()
                    && !SqlWords.same(declared.body().sql(), other.body().sql())) {
                open.add(new Answers.Bodies(ObjectName.of(declared), declared.body(), other.body()));
            }
        }
        return open;
    }

    static Verdict same(Function declared, Function live, Answers answers) {
        RoutineBody one = declared.body();
        RoutineBody other = live.body();
        if (one instanceof RoutineBody.Text(String text) && other instanceof RoutineBody.Text(String otherText)) {
            return BodyText.same(declared.language(), text, otherText) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        if (!one.getClass().equals(other.getClass()) || !one.isSql()) {
            return one.equals(other) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        return SqlWords.same(one.sql(), other.sql())
                ? Verdict.EQUAL
                : answers.bodies()
                        .getOrDefault(
                                new Answers.Bodies(ObjectName.of(declared), one, other), Verdict.UNDECIDED);
    }

    static String text(RoutineBody body) {
        return switch (body) {
            case RoutineBody.Text(String text) -> BodyText.normalise(text);
            case RoutineBody.Return(String expression) -> "RETURN " + SqlWords.joined(expression);
            case RoutineBody.Atomic(List<String> statements) ->
                statements.stream()
                        .map(statement -> SqlWords.joined(statement) + "; ")
                        .reduce("BEGIN ATOMIC ", String::concat) + "END";
            case RoutineBody.ObjectFile(String file, String symbol) -> "AS '" + file + "', '" + symbol + "'";
        };
    }
}
