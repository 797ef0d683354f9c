package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether two defaults of an argument are the same: by their texts, else by what the store says. */
public final class ArgumentDefaults {

    /**
     * Two spellings of a default that their texts do not tell to be the same.
     *
     * @param type the type that both are converted to
     */
    public record Open(QualifiedName function, ColumnType type, Expression declared, Expression live) {

        /** The question that the store is asked; the function stands in the place of a table. */
        public Answers.Expressions pair() {
            return new Answers.Expressions(function, declared, live);
        }
    }

    private ArgumentDefaults() {}

    /** The pairs that a store can be asked about. */
    public static List<Open> open(Schema schema, LiveDatabase live) {
        return RoutinePair.of(schema, live).flatMap(ArgumentDefaults::open).toList();
    }

    private static Stream<Open> open(RoutinePair pair) {
        List<Argument> ours = pair.declared().arguments();
        List<Argument> theirs = pair.live().arguments();
        List<Open> open = new ArrayList<>();
        for (int place = 0; place < Math.min(ours.size(), theirs.size()); place++) {
            ColumnType type = ours.get(place).type();
            Expression wanted = ours.get(place).defaultValue();
            Expression existing = theirs.get(place).defaultValue();
            if (wanted != null && existing != null
                    && RoutineText.same(wanted, existing, type) == Verdict.UNDECIDED) {
                open.add(new Open(pair.declared().name(), type, wanted, existing));
            }
        }
        return open.stream();
    }

    static Verdict same(Function function, ColumnType type, Expression declared, Expression live, Answers answers) {
        Verdict verdict = RoutineText.same(declared, live, type);
        return verdict == Verdict.UNDECIDED ? answers.sameExpression(function.name(), declared, live) : verdict;
    }
}
