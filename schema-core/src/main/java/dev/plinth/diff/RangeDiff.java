package dev.plinth.diff;

import dev.plinth.model.sql.RangeType;
import dev.plinth.naming.TypeNames;

/** Compares a range type. */
final class RangeDiff {

    private RangeDiff() {}

    static void compare(RangeType declared, Live<RangeType> live, Answers answers, Findings findings) {
        Subject subject = Subject.of(declared);
        RangeType existing = live.object();
        findings.verdict(
                answers.sameType(declared.subtype(), existing.subtype()),
                subject,
                "subtype",
                declared.subtype(),
                existing.subtype(),
                TypeNames::of);
        findings.text(subject, "operator class", declared.operatorClass(), existing.operatorClass());
        findings.text(subject, "collation", declared.collation(), existing.collation());
        findings.text(subject, "difference function", declared.subtypeDiff(), existing.subtypeDiff());
        findings.text(subject, "multirange", declared.multirange(), existing.multirange());
        findings.unmodelled(subject, live);
    }
}
