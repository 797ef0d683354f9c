package dev.plinth.postgres.internal.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;

/** Lists of names as array constants: one constant however many names, which the server parses in no time. */
public final class ArrayLiterals {

    private ArrayLiterals() {}

    /** {@code name[]} of these names. */
    public static String names(List<String> names) {
        return of(names) + "::name[]";
    }

    /** {@code text[]} of these texts. */
    public static String texts(List<String> texts) {
        return of(texts) + "::text[]";
    }

    /** Two {@code name[]}, the namespaces and the names, as {@code unnest} takes them. */
    public static String qualifiedNames(List<QualifiedName> names) {
        return names(names.stream().map(QualifiedName::namespace).toList()) + ", "
                + names(names.stream().map(QualifiedName::name).toList());
    }

    private static String of(List<String> elements) {
        StringBuilder array = new StringBuilder("{");
        for (String element : elements) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return SqlText.literal(array.append('}').toString());
    }
}
