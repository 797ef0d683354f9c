package dev.plinth.diff;

import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.SequenceOptions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares a sequence: how it counts, and with which column it goes. Where it stands is data. */
final class SequenceDiff {

    private SequenceDiff() {}

    static void compare(Sequence declared, Live<Sequence> live, Findings findings) {
        Subject subject = Subject.of(declared);
        compareOptions(subject, declared.options(), live.object().options(), findings);
        compare(subject, "owner", text(declared.owner()), text(live.object().owner()), findings);
        findings.unmodelled(subject, live);
    }

    static void compareOptions(Subject subject, SequenceOptions declared, SequenceOptions live, Findings findings) {
        compare(subject, "sequence type", word(declared), word(live), findings);
        compare(subject, "START WITH", declared.start(), live.start(), findings);
        compare(subject, "INCREMENT BY", declared.increment(), live.increment(), findings);
        compare(subject, "MINVALUE", declared.minimum(), live.minimum(), findings);
        compare(subject, "MAXVALUE", declared.maximum(), live.maximum(), findings);
        compare(subject, "CACHE", declared.cache(), live.cache(), findings);
        compare(subject, "CYCLE", cycle(declared), cycle(live), findings);
    }

    private static void compare(Subject subject, String aspect, Object declared, Object live, Findings findings) {
        if (!declared.equals(live)) {
            findings.different(subject, aspect, declared.toString(), live.toString());
        }
    }

    private static String word(SequenceOptions options) {
        return options.type().name().toLowerCase(Locale.ROOT);
    }

    private static String cycle(SequenceOptions options) {
        return options.cycle() ? "CYCLE" : "NO CYCLE";
    }

    private static String text(Sequence.@Nullable Owner owner) {
        return owner == null ? "" : "OWNED BY " + owner.table().display() + "." + owner.column();
    }
}
