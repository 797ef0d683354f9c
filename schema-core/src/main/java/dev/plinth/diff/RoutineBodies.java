package dev.plinth.diff;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.naming.SqlWords;
import java.util.List;

/** Whether two bodies are the same: text without what an editor decided, SQL by its words, else by what the store says. */
public final class RoutineBodies {

    private RoutineBodies() {}

    /** The pairs of bodies in SQL that their words do not tell to be the same, and that a store can be asked about. */
    public static List<Answers.Bodies> open(Schema schema, LiveDatabase live) {
        return RoutinePair.of(schema, live)
                .filter(pair -> pair.declared().body().isSql() && pair.live().body().isSql())
                .filter(pair -> !SqlWords.same(
                        pair.declared().body().sql(), pair.live().body().sql()))
                .map(pair -> new Answers.Bodies(
                        ObjectName.of(pair.declared()), pair.declared().body(), pair.live().body()))
                .toList();
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
