package dev.plinth.diff;

import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserOperator.Estimates;
import java.util.List;

/** Compares operators and casts, which are found by the types that they take. */
final class OperatorDiff {

    private OperatorDiff() {}

    /**
     * PostgreSQL links commutators and negators from both sides, so one that nobody declared says nothing, and one that is lost comes
     * back with the operator that it leads to.
     *
     * @param missing the operators that are declared and not there
     */
    static void compare(
            UserOperator declared, Live<UserOperator> live, List<UserOperator> missing, Findings findings) {
        Subject subject = Subject.of(declared);
        UserOperator existing = live.object();
        findings.text(subject, "function", declared.function(), existing.function());
        if (declared.commutator() != null && !(existing.commutator() == null && bringsCommutator(missing, declared))) {
            findings.text(subject, "COMMUTATOR", declared.commutator(), existing.commutator());
        }
        if (declared.negator() != null && !(existing.negator() == null && bringsNegator(missing, declared))) {
            findings.text(subject, "NEGATOR", declared.negator(), existing.negator());
        }
        Estimates ours = declared.estimates();
        Estimates theirs = existing.estimates();
        findings.text(subject, "RESTRICT", ours.restrict(), theirs.restrict());
        findings.text(subject, "JOIN", ours.join(), theirs.join());
        findings.text(subject, "HASHES", ours.hashes() ? "HASHES" : "", theirs.hashes() ? "HASHES" : "");
        findings.text(subject, "MERGES", ours.merges() ? "MERGES" : "", theirs.merges() ? "MERGES" : "");
        findings.unmodelled(subject, live);
    }

    private static boolean bringsCommutator(List<UserOperator> missing, UserOperator declared) {
        for (UserOperator other : missing) {
            if (other.name().equals(declared.commutator())
                    && declared.name().equals(other.commutator())
                    && declared.right().equals(other.left())
                    && other.right().equals(declared.left())) {
                return true;
            }
        }
        return false;
    }

    private static boolean bringsNegator(List<UserOperator> missing, UserOperator declared) {
        for (UserOperator other : missing) {
            if (other.name().equals(declared.negator())
                    && declared.name().equals(other.negator())
                    && declared.operands().equals(other.operands())) {
                return true;
            }
        }
        return false;
    }

    static void compare(Cast declared, Live<Cast> live, Findings findings) {
        Subject subject = Subject.of(declared);
        findings.text(subject, "method", method(declared), method(live.object()));
        findings.text(subject, "context", declared.context().name(), live.object().context().name());
        findings.unmodelled(subject, live);
    }

    private static String method(Cast cast) {
        return cast.function() == null ? cast.method().name() : "FUNCTION " + cast.function().name().display();
    }
}
