package dev.plinth.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL text cut at the names that stand there with their namespace, outside of strings and comments; of {@code a.b.c}
 * the first two are taken. An alias and its column look the same: names that nothing has do no harm.
 *
 * @param pieces each ends with a name
 * @param end what stands behind the last one
 */
public record QualifiedText(List<Piece> pieces, String end) {

    /**
     * The text up to a name, and the name.
     *
     * @param written the name as it stands in the text
     */
    public record Piece(String before, String written, QualifiedName name) {}

    private static final String NAME = "(?:\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>--[^\\n]*+|/\\*.*?\\*/)"
            + "|(?:[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|'[^']*+(?:''[^']*+)*+'"
            + "|\\$(?<tag>(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?+)\\$.*?\\$\\k<tag>\\$)"
            + "|(?<first>" + NAME + ")(?:\\s*\\.\\s*(?<second>" + NAME + ")(?:\\s*\\.\\s*" + NAME + ")*+)?+");

    public QualifiedText {
        pieces = List.copyOf(pieces);
    }

    /** Cuts a text. */
    public static QualifiedText of(String text) {
        return cut(text, true);
    }

    /** Cuts a text and leaves out its comments. */
    public static QualifiedText ofCode(String text) {
        return cut(text, false);
    }

    private static QualifiedText cut(String text, boolean keepsComments) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            before.append(text, at, token.start());
            at = token.end();
            if (token.group("second") != null) {
                String written = text.substring(token.start("first"), token.end("second"));
                QualifiedName name = new QualifiedName(unquoted(token.group("first")), unquoted(token.group("second")));
                pieces.add(new Piece(before.toString(), written, name));
                before = new StringBuilder(text.substring(token.end("second"), token.end()));
            } else {
                before.append(token.group("comment") == null || keepsComments ? token.group() : " ");
            }
        }
        return new QualifiedText(pieces, before.append(text, at, text.length()).toString());
    }

    /** The names, each once. */
    public Set<QualifiedName> names() {
        Set<QualifiedName> names = new LinkedHashSet<>();
        pieces.forEach(piece -> names.add(piece.name));
        return names;
    }

    /** The text with some of its names in another namespace, all else as it is. */
    public String moved(Predicate<QualifiedName> which, String namespace) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            boolean moves = which.test(piece.name) && !piece.name.namespace().equals(namespace);
            text.append(piece.before)
                    .append(moves ? quoted(namespace) + "." + quoted(piece.name.name()) : piece.written);
        }
        return text.append(end).toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String unquoted(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
