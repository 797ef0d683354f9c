package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.naming.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a query says plainly whose column it means, whatever else has one of that name: {@code t.note} where nothing but the
 * table is called {@code t}, a word of a select list over one table, a column that is filled. In doubt it does not: a query that
 * is tried in vain says why, and one that waits in error is never made.
 */
final class PlainWords {

    private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except");

    /** What may stand before a SELECT that is one of several: UNION ALL, UNION DISTINCT. */
    private static final Set<String> AHEAD = Set.of("(", "all", "distinct");

    /** What an expression may begin behind. */
    private static final Set<String> BEFORE = Set.of("select", ",", "(");

    /** Where they stand behind a name it is no table's by itself, or gives names to columns. */
    private static final Set<String> MORE = Set.of(",", "(");

    private static final Set<String> QUERY = Set.of("select", "with", "values", "table", "(");

    private final List<String> words;
    private final QualifiedName table;
    private final String column;

    private PlainWords(List<String> words, QualifiedName table, String column) {
        this.words = words;
        this.table = table;
        this.column = column;
    }

    /** @param isOfRule whether {@code OLD} and {@code NEW} are rows of the table */
    static boolean nameColumn(String text, QualifiedName table, String column, boolean isOfRule) {
        return branches(SqlWords.unquoted(text)).stream()
                .map(words -> new PlainWords(words, table, column))
                .anyMatch(it -> it.isQualified(isOfRule) || it.isOfTheOnlyTable() || it.isFilled());
    }

    /** Commands, and of those the queries between UNION and the like: no FROM of one gives names to another. WITH does. */
    private static List<List<String>> branches(List<String> words) {
        List<List<String>> branches = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (String word : words) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            boolean divides = SET_OPERATIONS.contains(word) && !branches.getLast().contains("with");
            if (depth == 0 && (divides || word.equals(";"))) {
                branches.add(new ArrayList<>());
            } else {
                branches.getLast().add(word);
            }
        }
        return branches;
    }

    private String word(int at) {
        return at < 0 || at >= words.size() ? "" : words.get(at);
    }

    private IntStream places(String word) {
        return IntStream.range(0, words.size()).filter(at -> words.get(at).equals(word));
    }

    /** Whether the table is named here, with its namespace. */
    private boolean isTable(int at) {
        return word(at).equals(table.name())
                && word(at - 1).equals(".")
                && word(at - 2).equals(table.namespace())
                && !word(at - 3).equals(".");
    }

    private boolean isQualified(boolean isOfRule) {
        Set<String> names = new HashSet<>();
        places(table.name()).filter(this::isTable).forEach(at -> {
            names.add(table.name());
            names.add(word(word(at + 1).equals("as") ? at + 2 : at + 1));
        });
        return places(column)
                .filter(at -> word(at - 1).equals(".") && !word(at + 1).equals(".") && !word(at + 1).equals("("))
                .map(at -> at - 2)
                .anyMatch(at -> isTable(at)
                        || !word(at - 1).equals(".")
                                && (isOfRule && Set.of("old", "new").contains(word(at))
                                        || names.contains(word(at)) && isOfTheTableAlone(word(at))));
    }

    /** Whether a name stands for the table wherever it stands. */
    private boolean isOfTheTableAlone(String name) {
        return places(name).allMatch(at -> isTable(at)
                || isTable(word(at - 1).equals("as") ? at - 2 : at - 1)
                || word(at + 1).equals(".") && !word(at - 1).equals("."));
    }

    /** Whether the word begins an expression of {@code SELECT ... FROM table}. */
    private boolean isOfTheOnlyTable() {
        int select = (int) words.stream().takeWhile(AHEAD::contains).count();
        int from = words.indexOf("from");
        int named = from + (word(from + 1).equals("only") ? 4 : 3);
        int behind = word(named + 1).equals("as") ? named + 2 : named + 1;
        return word(select).equals("select")
                && from == words.lastIndexOf("from")
                && isTable(named)
                && !words.contains("join")
                && IntStream.rangeClosed(behind, behind + 2).noneMatch(at -> MORE.contains(word(at)))
                && places(column).filter(at -> at < from).anyMatch(this::beginsExpression);
    }

    /** And is neither a function nor the name of an argument. */
    private boolean beginsExpression(int at) {
        return BEFORE.contains(word(at - 1))
                && !Set.of("(", ".", "=>").contains(word(at + 1))
                && !(word(at + 1).equals(":") && word(at + 2).equals("="));
    }

    /** Whether the word is in the list of {@code INSERT INTO table (...)}. */
    private boolean isFilled() {
        return places(table.name())
                .filter(at -> isTable(at) && word(at - 3).equals("into"))
                .map(at -> word(at + 1).equals("as") ? at + 3 : at + 1)
                .filter(at -> word(at).equals("(") && !QUERY.contains(word(at + 1)))
                .anyMatch(at -> words.subList(at, words.size()).stream()
                        .takeWhile(word -> !word.equals(")"))
                        .anyMatch(column::equals));
    }
}
