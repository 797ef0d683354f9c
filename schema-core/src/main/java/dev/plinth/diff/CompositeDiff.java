package dev.plinth.diff;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.CompositeType.Attribute;
import dev.plinth.naming.TypeNames;
import java.util.List;
import java.util.Optional;

/**
 * Compares a composite type. An attribute that is missing is added, at the end, as PostgreSQL has no other place. The order of
 * those that are there is compared: rows are written by it.
 */
final class CompositeDiff {

    private CompositeDiff() {}

    static void compare(CompositeType declared, Live<CompositeType> live, Answers answers, Findings findings) {
        List<Attribute> existing = live.object().attributes();
        for (Attribute attribute : declared.attributes()) {
            find(existing, attribute.name())
                    .ifPresentOrElse(
                            it -> compare(declared, attribute, it, answers, findings),
                            () -> findings.missing(new AddAttribute(declared.name(), attribute)));
        }
        existing.stream()
                .filter(it -> find(declared.attributes(), it.name()).isEmpty())
                .forEach(it -> findings.different(
                        Subject.of(declared), "attribute " + it.name(), "", TypeNames.of(it.type())));
        compareOrder(declared, existing, findings);
        findings.unmodelled(Subject.of(declared), live);
    }

    private static void compareOrder(CompositeType declared, List<Attribute> existing, Findings findings) {
        List<String> wanted = names(declared.attributes(), existing);
        List<String> found = names(existing, declared.attributes());
        findings.text(
                Subject.of(declared), "order of attributes", String.join(", ", wanted), String.join(", ", found));
    }

    /** The names of those that the others have, too. */
    private static List<String> names(List<Attribute> attributes, List<Attribute> others) {
        return attributes.stream()
                .map(Attribute::name)
                .filter(name -> find(others, name).isPresent())
                .toList();
    }

    private static void compare(
            CompositeType type, Attribute declared, Attribute live, Answers answers, Findings findings) {
        Subject subject = new AddAttribute(type.name(), declared).subject();
        findings.verdict(
                answers.sameType(declared.type(), live.type()),
                subject,
                "type",
                declared.type(),
                live.type(),
                TypeNames::of);
        findings.text(subject, "collation", ColumnDiff.text(declared.collation()), ColumnDiff.text(live.collation()));
    }

    private static Optional<Attribute> find(List<Attribute> attributes, String name) {
        return attributes.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
