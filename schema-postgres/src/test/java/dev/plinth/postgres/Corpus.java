package dev.plinth.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Spellings in groups, from a text in which a blank line ends a group and {@code #} begins a comment. */
record Corpus(List<Group> groups) {

    /**
     * @param type what stands before a {@code |}; empty where there is none
     * @param equal spellings that mean what {@code text} means
     * @param others spellings that do not
     */
    record Group(String type, String text, List<String> equal, List<String> others) {}

    /** Two spellings, and whether they mean the same. */
    record Pair(String type, String declared, String live, boolean equal) {}

    /** What the server prints for the texts of some groups. */
    interface Printer {
        List<String> print(List<Group> groups);
    }

    static Corpus read(String name) {
        List<Group> groups = new ArrayList<>();
        for (String block : resource(name).split("\n\n")) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                groups.add(group(lines));
            }
        }
        return new Corpus(groups);
    }

    private static Group group(List<String> lines) {
        String first = lines.getFirst();
        int bar = first.indexOf(" | ");
        return new Group(
                bar < 0 ? "" : first.substring(0, bar),
                bar < 0 ? first : first.substring(bar + 3),
                behind("= ", lines),
                behind("! ", lines));
    }

    private static List<String> behind(String mark, List<String> lines) {
        return lines.stream().skip(1).filter(line -> line.startsWith(mark)).map(line -> line.substring(2)).toList();
    }

    /**
     * Every pair, each both ways round: the first spelling of a group with all others, with what the server prints for it, and with what
     * it prints for that again, as after a dump and a restore.
     */
    List<Pair> pairs(Printer server) {
        List<String> once = server.print(groups);
        List<Group> printed = new ArrayList<>();
        for (int number = 0; number < once.size(); number++) {
            printed.add(new Group(groups.get(number).type(), once.get(number), List.of(), List.of()));
        }
        List<String> twice = server.print(printed);
        List<Pair> pairs = new ArrayList<>();
        for (int number = 0; number < once.size(); number++) {
            Group group = groups.get(number);
            group.equal().forEach(it -> addBoth(pairs, group, it, true));
            addBoth(pairs, group, once.get(number), true);
            addBoth(pairs, group, twice.get(number), true);
            group.others().forEach(it -> addBoth(pairs, group, it, false));
        }
        return pairs;
    }

    private static void addBoth(List<Pair> pairs, Group group, String other, boolean equal) {
        pairs.add(new Pair(group.type(), group.text(), other, equal));
        pairs.add(new Pair(group.type(), other, group.text(), equal));
    }

    private static String resource(String name) {
        try (InputStream stream = Corpus.class.getResourceAsStream("corpus/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
