package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.RangeType;
import dev.plinth.naming.TypeNames;
import org.jspecify.annotations.Nullable;

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
        findings.text(subject, "operator class", text(declared.operatorClass()), text(existing.operatorClass()));
        findings.text(subject, "collation", text(declared.collation()), text(existing.collation()));
        findings.text(subject, "difference function", text(declared.subtypeDiff()), text(existing.subtypeDiff()));
        findings.text(subject, "multirange", text(declared.multirange()), text(existing.multirange()));
        findings.unmodelled(subject, live);
    }

    private static String text(@Nullable QualifiedName name) {
        return name == null ? "" : name.display();
    }
}
