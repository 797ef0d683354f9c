package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<ObjectName, Function> declared = new HashMap<>();
        schema.functions().stream()
                .filter(function -> function.arguments().stream().anyMatch(it -> it.defaultValue() != null))
                .forEach(function -> declared.put(ObjectName.of(function), function));
        List<Open> open = new ArrayList<>();
        if (!declared.isEmpty()) {
            live.objects().forEach(it -> {
                if (it.object() instanceof Function existing) {
                    Function wanted = declared.get(ObjectName.of(existing));
                    if (wanted != null) {
                        addOpen(wanted, existing, open);
                    }
                }
            });
        }
        return open;
    }

    private static void addOpen(Function declared, Function live, List<Open> open) {
        for (int place = 0; place < Math.min(declared.arguments().size(), live.arguments().size()); place++) {
            Argument argument = declared.arguments().get(place);
            Expression wanted = argument.defaultValue();
            Expression existing = live.arguments().get(place).defaultValue();
            if (wanted != null && existing != null
                    && RoutineText.same(wanted, existing, argument.type()) == Verdict.UNDECIDED) {
                open.add(new Open(declared.name(), argument.type(), wanted, existing));
            }
        }
    }

    static Verdict same(Function function, ColumnType type, Expression declared, Expression live, Answers answers) {
        Verdict verdict = RoutineText.same(declared, live, type);
        return verdict == Verdict.UNDECIDED ? answers.sameExpression(function.name(), declared, live) : verdict;
    }
}
