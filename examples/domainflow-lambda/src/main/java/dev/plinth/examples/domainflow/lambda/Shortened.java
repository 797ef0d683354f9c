package dev.plinth.examples.domainflow.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Texts that fit where there is little room; counted as they stand in JSON, where a quote takes two bytes. */
final class Shortened {

    private static final String MORE = " ... (the log of the function has the rest)";

    private Shortened() {}

    /** As many whole lines as fit, and how many are missing. */
    static String lines(List<String> lines, int bytes) {
        for (int count = lines.size(); count > 0; count--) {
            int missing = lines.size() - count;
            String text = String.join("\n", lines.subList(0, count))
                    + (missing == 0 ? "" : "\nand " + missing + " more in the log of the function");
            if (size(text) <= bytes) {
                return text;
            }
        }
        return lines.isEmpty() ? "" : text(lines.getFirst(), bytes);
    }

    /** The beginning, where the whole does not fit. */
    static String text(String text, int bytes) {
        if (size(text) <= bytes) {
            return text;
        }
        int end = Math.min(text.length(), bytes);
        while (end > 0 && size(text.substring(0, end) + MORE) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + MORE;
    }

    private static int size(String text) {
        return JsonText.of(Map.of("", text)).getBytes(StandardCharsets.UTF_8).length;
    }
}
