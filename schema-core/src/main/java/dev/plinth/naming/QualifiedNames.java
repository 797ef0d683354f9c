package dev.plinth.naming;

import dev.plinth.model.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as PostgreSQL prints them: with their namespace, in double quotes only where they need them. */
public final class QualifiedNames {

    /** The outer text of a default that takes the next number of a sequence. */
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')++)'::regclass\\)");

    private QualifiedNames() {}

    /** The sequence of {@code nextval('namespace.name'::regclass)}; nothing where the text is anything else. */
    public static Optional<QualifiedName> sequenceOf(String text) {
        Matcher matcher = NEXT_VALUE.matcher(text);
        return matcher.matches() ? QualifiedName.read(matcher.group(1).replace("''", "'")) : Optional.empty();
    }
}
