package dev.plinth.diff;

import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserOperator.Estimates;

/** Compares operators and casts, which are found by the types that they take. */
final class OperatorDiff {

    private OperatorDiff() {}

    /** PostgreSQL links commutators and negators from both sides, so one that nobody declared says nothing. */
    static void compare(UserOperator declared, Live<UserOperator> live, Findings findings) {
        Subject subject = Subject.of(declared);
        UserOperator existing = live.object();
        findings.text(subject, "function", declared.function(), existing.function());
        if (declared.commutator() != null) {
            findings.text(subject, "COMMUTATOR", declared.commutator(), existing.commutator());
        }
        if (declared.negator() != null) {
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
