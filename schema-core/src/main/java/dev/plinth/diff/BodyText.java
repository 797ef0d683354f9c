package dev.plinth.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a function body without what its author's editor decided. */
final class BodyText {

    private static final Pattern QUOTATION = Pattern.compile("['\"$]");
    private static final Set<String> FREE_OF_LAYOUT = Set.of("plpgsql", "sql");

    private BodyText() {}

    /**
     * Whether two bodies differ at most in indentation, trailing blanks and outer blank lines. Indentation that is not
     * common to all lines counts, except where it cannot say anything: in a language without a layout of its own and a body
     * without quotation marks, so without a constant that could go over the end of a line.
     */
    static boolean same(String language, String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String text = normalise(one);
        return text.equals(normalise(other))
                || (FREE_OF_LAYOUT.contains(language) && !QUOTATION.matcher(text).find()
                        && unindented(text).equals(unindented(normalise(other))));
    }

    private static String unindented(String text) {
        return text.lines().map(String::stripLeading).collect(Collectors.joining("\n"));
    }

    /**
     * LF line ends, no trailing blanks, no blank lines at the ends, and no indentation that all lines share. A body may begin
     * on the line of its opening quote; its first line then takes no part in finding the common indentation, unless the
     * further lines could belong to a constant.
     */
    static String normalise(String body) {
        List<String> lines = body.lines().map(String::stripTrailing).toList();
        int first = firstWithText(lines);
        int last = lastWithText(lines);
        if (first > last) {
            return "";
        }
        List<String> text = lines.subList(first, last + 1);
        boolean beginsOnFirstLine = first == 0
                && !Character.isWhitespace(text.get(0).charAt(0))
                && !QUOTATION.matcher(body).find();
        int indentation = text.stream()
                .skip(beginsOnFirstLine ? 1 : 0)
                .filter(line -> !line.isEmpty())
                .mapToInt(BodyText::indentation)
                .min()
                .orElse(0);
        return String.join("\n", text.stream().map(line -> unindent(line, indentation)).toList());
    }

    private static int firstWithText(List<String> lines) {
        int line = 0;
        while (line < lines.size() && lines.get(line).isEmpty()) {
            line++;
        }
        return line;
    }

    private static int lastWithText(List<String> lines) {
        int line = lines.size() - 1;
        while (line >= 0 && lines.get(line).isEmpty()) {
            line--;
        }
        return line;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String unindent(String line, int indentation) {
        return line.substring(Math.min(indentation, indentation(line)));
    }
}
