package dev.plinth.snapshot;

/** Texts as they are kept: LF, and a line break at the end unless there is nothing at all. */
final class Text {

    private Text() {}

    static String normal(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }
}
