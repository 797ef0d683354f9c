package dev.plinth.diff;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Setting;
import dev.plinth.naming.TypeNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a function or a procedure. Its body is text: equal without indentation, trailing blanks and outer blank lines. */
final class FunctionDiff {

    private static final Set<String> IN_C = Set.of("c", "internal");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Subject subject;
    private final Function declared;
    private final Function live;
    private final Answers answers;
    private final Findings findings;

    private FunctionDiff(Function declared, Function live, Answers answers, Findings findings) {
        this.subject = Subject.of(declared);
        this.declared = declared;
        this.live = live;
        this.answers = answers;
        this.findings = findings;
    }

    static void compare(Function declared, Live<Function> live, Answers answers, Findings findings) {
        if (declared.isProcedure() != live.object().isProcedure()) {
            findings.conflict(
                    Subject.of(declared),
                    Subject.of(declared).kind().withArticle(),
                    Subject.of(live.object()).kind().withArticle());
            return;
        }
        new FunctionDiff(declared, live.object(), answers, findings).compare();
        findings.unmodelled(Subject.of(declared), live);
    }

    private void compare() {
        if (!declared.isProcedure()) {
            findings.text(subject, "return type", RoutineText.result(declared), RoutineText.result(live));
        }
        if (declared.isForTriggers() && !live.isForTriggers()) {
            findings.unfitFunction(declared.name());
        }
        findings.text(subject, "arguments", RoutineText.arguments(declared), RoutineText.arguments(live));
        compareDefaults();
        findings.text(subject, "language", declared.language(), live.language());
        compareOptions(declared.options(), live.options());
        findings.verdict(
                RoutineBodies.same(declared, live, answers),
                subject,
                "body",
                declared.body(),
                live.body(),
                RoutineBodies::text);
    }

    private void compareOptions(RoutineOptions one, RoutineOptions other) {
        findings.text(subject, "volatility", one.volatility().name(), other.volatility().name());
        findings.text(subject, "STRICT", one.strict() ? "STRICT" : "", other.strict() ? "STRICT" : "");
        findings.text(subject, "security", security(one), security(other));
        findings.text(subject, "LEAKPROOF", one.leakproof() ? "LEAKPROOF" : "", other.leakproof() ? "LEAKPROOF" : "");
        findings.text(subject, "PARALLEL", one.parallel().name(), other.parallel().name());
        findings.text(subject, "COST", cost(declared), cost(live));
        findings.text(subject, "ROWS", rows(one), rows(other));
        findings.text(subject, "WINDOW", one.window() ? "WINDOW" : "", other.window() ? "WINDOW" : "");
        findings.text(subject, "SUPPORT", one.support(), other.support());
        findings.text(subject, "TRANSFORM", types(one.transforms()), types(other.transforms()));
        findings.text(subject, "SET", settings(one.settings()), settings(other.settings()));
    }

    /** A default that is spelled otherwise may be the same. */
    private void compareDefaults() {
        List<Argument> ours = declared.arguments();
        for (int place = 0; place < Math.min(ours.size(), live.arguments().size()); place++) {
            Expression wanted = ours.get(place).defaultValue();
            Expression existing = live.arguments().get(place).defaultValue();
            String aspect = "default of " + ours.get(place).name();
            if (wanted == null || existing == null) {
                findings.text(subject, aspect, ExpressionText.ofNullable(wanted), ExpressionText.ofNullable(existing));
            } else {
                findings.verdict(
                        ArgumentDefaults.same(declared, ours.get(place).type(), wanted, existing, answers),
                        subject,
                        aspect,
                        ExpressionText.ofNullable(wanted),
                        ExpressionText.ofNullable(existing),
                        spelled -> spelled);
            }
        }
    }

    private static String security(RoutineOptions options) {
        return options.securityDefiner() ? "DEFINER" : "INVOKER";
    }

    /** What is said and is what PostgreSQL takes anyway is not worth a word. */
    private static String cost(Function function) {
        BigDecimal cost = function.options().cost();
        if (cost == null || cost.equals(IN_C.contains(function.language()) ? BigDecimal.ONE : HUNDRED)) {
            return "";
        }
        return cost.toPlainString();
    }

    private static String rows(RoutineOptions options) {
        return options.rows() == null || options.rows() == 1000 ? "" : options.rows().toString();
    }

    private static String types(List<ColumnType> types) {
        return types.stream().map(TypeNames::of).sorted().collect(Collectors.joining(", "));
    }

    private static String settings(List<Setting> settings) {
        return settings.stream()
                .map(it -> it.name() + " TO " + String.join(", ", it.values()))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
