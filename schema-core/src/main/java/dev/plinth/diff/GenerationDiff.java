package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Generation.Computed;
import dev.plinth.model.sql.Generation.Identity;
import dev.plinth.model.sql.Generation.Serial;
import dev.plinth.model.sql.OwnedSequence;
import org.jspecify.annotations.Nullable;

/** Compares how the values of a column come about: serial, identity, an expression. */
final class GenerationDiff {

    private final QualifiedName table;
    private final Subject subject;
    private final Answers answers;
    private final Findings findings;

    GenerationDiff(QualifiedName table, Column declared, Answers answers, Findings findings) {
        this.table = table;
        this.subject = Subject.column(table, declared.name());
        this.answers = answers;
        this.findings = findings;
    }

    void compare(@Nullable Generation declared, @Nullable Generation live) {
        if (declared instanceof Serial serial && live instanceof Serial other) {
            compareSequence(serial.sequence(), other.sequence());
        } else if (declared instanceof Identity identity && live instanceof Identity other) {
            if (identity.always() != other.always()) {
                findings.different(subject, "generation", text(identity), text(other));
            }
            compareSequence(identity.sequence(), other.sequence());
        } else if (declared instanceof Computed computed && live instanceof Computed other
                && computed.stored() == other.stored()) {
            findings.verdict(
                    answers.sameExpression(table, computed.expression(), other.expression()),
                    subject,
                    "generation",
                    computed,
                    other,
                    GenerationDiff::text);
        } else if (declared != null || live != null) {
            findings.different(subject, "generation", text(declared), text(live));
        }
    }

    private void compareSequence(OwnedSequence declared, OwnedSequence live) {
        SequenceDiff.compareOptions(subject, declared.options(), live.options(), findings);
        if (!declared.name().equals(live.name())) {
            findings.otherName(subject, "sequence name", declared.name(), live.name());
        }
    }

    private static String text(@Nullable Generation generation) {
        return switch (generation) {
            case null -> "";
            case Serial serial -> "a serial with the sequence " + serial.sequence().name();
            case Identity identity ->
                "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
            case Computed computed ->
                "GENERATED ALWAYS AS (" + ExpressionText.of(computed.expression()) + ") "
                        + (computed.stored() ? "STORED" : "VIRTUAL");
        };
    }
}
