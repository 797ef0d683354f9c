package dev.plinth.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an object inside a namespace (what PostgreSQL calls a schema). Names are exact: they are always quoted
 * on output and compared byte by byte with the catalog.
 *
 * @param namespace the namespace, {@code public} where none was given
 * @param name the name inside it
 */
public record QualifiedName(String namespace, String name) implements Comparable<QualifiedName> {

    /** The namespace of every object that names none. */
    public static final String DEFAULT_NAMESPACE = "public";

    private static final String PART = "(\"(?:[^\"]|\"\")++\"|[^\".()\\[\\]\\s]+)";
    private static final Pattern TEXT = Pattern.compile(PART + "\\." + PART);

    public QualifiedName {
        Objects.requireNonNull(namespace, "the namespace of an object is null; usually a constant declared below");
        Objects.requireNonNull(name, "the name of an object is null; usually a constant declared below");
    }

    /** The name of the SQL text {@code namespace.name}, each part in quotes or without; nothing where it is anything else. */
    public static Optional<QualifiedName> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new QualifiedName(unquoted(matcher.group(1)), unquoted(matcher.group(2))))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** {@code name} in the namespace {@code public}. */
    public static QualifiedName of(String name) {
        return new QualifiedName(DEFAULT_NAMESPACE, name);
    }

    /** Whether it is in {@code public}. */
    public boolean isInDefaultNamespace() {
        return namespace.equals(DEFAULT_NAMESPACE);
    }

    /** Another name in the same namespace. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(namespace, otherName);
    }

    /** For messages: the bare name in {@code public}, {@code namespace.name} elsewhere. */
    public String display() {
        return isInDefaultNamespace() ? name : namespace + "." + name;
    }

    @Override
    public int compareTo(QualifiedName other) {
        int order = namespace.compareTo(other.namespace);
        return order == 0 ? name.compareTo(other.name) : order;
    }
}
