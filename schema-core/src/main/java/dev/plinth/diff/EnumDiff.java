package dev.plinth.diff;

import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.AddLabel.Place;
import dev.plinth.model.sql.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares an enumerated type. A label that is missing is added in its place, next to the label that it stands beside in
 * the schema. Labels that nobody declared, and another order, are drift.
 */
final class EnumDiff {

    private EnumDiff() {}

    static void compare(EnumType declared, Live<EnumType> live, Findings findings) {
        List<String> existing = live.object().labels();
        List<String> common = new ArrayList<>(existing);
        common.retainAll(declared.labels());
        List<String> wanted = new ArrayList<>(declared.labels());
        wanted.retainAll(existing);
        if (!common.equals(wanted) || common.size() < existing.size()) {
            findings.different(Subject.of(declared), "labels", text(declared.labels()), text(existing));
        }
        addMissing(declared, existing, findings);
        findings.unmodelled(Subject.of(declared), live);
    }

    private static void addMissing(EnumType declared, List<String> existing, Findings findings) {
        List<String> present = new ArrayList<>(existing);
        for (int place = 0; place < declared.labels().size(); place++) {
            String label = declared.labels().get(place);
            if (!existing.contains(label)) {
                AddLabel change = change(declared, place, present);
                Optional<String> lookAlike = lookAlike(label, declared, existing);
                if (lookAlike.isPresent()) {
                    String other = "'" + lookAlike.get() + "'";
                    findings.conflict(change.subject(), "'" + label + "'", other);
                    findings.obstructed(change, "there is a label " + other);
                } else {
                    findings.missing(change);
                    present.add(label);
                }
            }
        }
    }

    /** Behind the label before it; the first ones before the next that exists. */
    private static AddLabel change(EnumType declared, int place, List<String> present) {
        String label = declared.labels().get(place);
        for (int before = place - 1; before >= 0; before--) {
            if (present.contains(declared.labels().get(before))) {
                return new AddLabel(declared.name(), label, Place.AFTER, declared.labels().get(before));
            }
        }
        return declared.labels().subList(place + 1, declared.labels().size()).stream()
                .filter(present::contains)
                .findFirst()
                .map(next -> new AddLabel(declared.name(), label, Place.BEFORE, next))
                .orElseGet(() -> new AddLabel(declared.name(), label, Place.LAST, null));
    }

    /** A label that differs in capital letters only is the same one, misspelt; a twin is not wanted. */
    private static Optional<String> lookAlike(String label, EnumType declared, List<String> existing) {
        return existing.stream()
                .filter(label::equalsIgnoreCase)
                .filter(other -> !declared.labels().contains(other))
                .findFirst();
    }

    private static String text(List<String> labels) {
        return labels.stream()
                .map(ExpressionText::quoted)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
