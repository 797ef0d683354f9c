package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.naming.Identifiers;
import java.util.stream.Stream;

/**
 * The labels of an enumerated type differ, have at most 63 bytes in UTF-8, and no NUL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>
 */
final class EnumLabels implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.objects(EnumType.class).stream().flatMap(this::check);
    }

    private Stream<Problem> check(EnumType type) {
        String subject = type.name().display();
        Stream<Problem> twice = Duplicates.of(type.labels()).stream()
                .map(label -> error(subject, "has the label '" + label + "' twice", "List it once."));
        Stream<Problem> tooLong = type.labels().stream()
                .filter(label -> Identifiers.length(label) > Identifiers.MAX_BYTES)
                .map(label -> error(
                        subject,
                        "the label '" + label + "' has " + Identifiers.length(label) + " bytes, and PostgreSQL allows "
                                + Identifiers.MAX_BYTES,
                        "Choose a shorter label."));
        Stream<Problem> unwritable = type.labels().stream()
                .filter(label -> label.indexOf('\0') >= 0)
                .map(label -> error(
                        subject,
                        "the label '" + label.replace("\0", "\\0") + "' contains NUL",
                        "Leave the character out."));
        return Stream.of(twice, tooLong, unwritable).flatMap(it -> it);
    }
}
