package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.RangeType;
import dev.plinth.naming.TypeNames;
import java.util.Objects;
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
        compare(subject, "operator class", declared.operatorClass(), existing.operatorClass(), findings);
        compare(subject, "collation", declared.collation(), existing.collation(), findings);
        compare(subject, "difference function", declared.subtypeDiff(), existing.subtypeDiff(), findings);
        compare(subject, "multirange", declared.multirange(), existing.multirange(), findings);
        findings.unmodelled(subject, live);
    }

    private static void compare(
            Subject subject,
            String aspect,
            @Nullable QualifiedName declared,
            @Nullable QualifiedName live,
            Findings findings) {
        if (!Objects.equals(declared, live)) {
            findings.different(subject, aspect, text(declared), text(live));
        }
    }

    private static String text(@Nullable QualifiedName name) {
        return name == null ? "" : name.display();
    }
}
