package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.naming.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labels of an enumerated type differ, have at most 63 bytes in UTF-8, and no NUL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>
 */
final class EnumLabels implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (EnumType type : schema.objects(EnumType.class)) {
            check(type.name().display(), type.labels(), problems);
        }
        return problems.stream();
    }

    private void check(String subject, List<String> labels, List<Problem> problems) {
        for (String label : Duplicates.of(labels)) {
            problems.add(error(subject, "has the label '" + label + "' twice", "List it once."));
        }
        for (String label : labels) {
            if (Identifiers.length(label) > Identifiers.MAX_BYTES) {
                problems.add(error(
                        subject,
                        "the label '" + label + "' has " + Identifiers.length(label) + " bytes, and PostgreSQL allows "
                                + Identifiers.MAX_BYTES,
                        "Choose a shorter label."));
            }
        }
        for (String label : labels) {
            if (label.indexOf('\0') >= 0) {
                problems.add(error(
                        subject,
                        "the label '" + label.replace("\0", "\\0") + "' contains NUL",
                        "Leave the character out."));
            }
        }
    }
}
