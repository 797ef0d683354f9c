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
        findings.text(subject, "owner", text(declared.owner()), text(live.object().owner()));
        findings.unmodelled(subject, live);
    }

    static void compareOptions(Subject subject, SequenceOptions declared, SequenceOptions live, Findings findings) {
        findings.text(subject, "sequence type", word(declared), word(live));
        findings.text(subject, "START WITH", Long.toString(declared.start()), Long.toString(live.start()));
        findings.text(subject, "INCREMENT BY", Long.toString(declared.increment()), Long.toString(live.increment()));
        findings.text(subject, "MINVALUE", Long.toString(declared.minimum()), Long.toString(live.minimum()));
        findings.text(subject, "MAXVALUE", Long.toString(declared.maximum()), Long.toString(live.maximum()));
        findings.text(subject, "CACHE", Long.toString(declared.cache()), Long.toString(live.cache()));
        findings.text(subject, "CYCLE", cycle(declared), cycle(live));
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
