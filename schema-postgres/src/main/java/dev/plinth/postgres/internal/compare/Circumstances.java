package dev.plinth.postgres.internal.compare;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.postgres.internal.compare.Question.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the verdict on two spellings depends on: where both are the same, the verdict is the same in any table. Whether a
 * live spelling calls foreign code is seen in it, as it is printed with nothing but {@code pg_catalog} in the search path.
 *
 * @param live empty while it is not known
 * @param columns those that the spellings speak of; of a default and of a type the column itself, without its name
 * @param relation the name of the table; empty where the spellings do not speak of it
 */
record Circumstances(Place place, String declared, String live, List<Typed> columns, String relation) {

    /** What an expression knows of a column. */
    private record Typed(String name, ColumnType type, @Nullable QualifiedName collation) {}

    /** Whole rows are {@code *} or the name of the table; a name in Unicode escapes is not seen as one. */
    private static final List<String> SPEAKS_OF_ALL = List.of("*", "u&");

    /** Of a default or a type: the column is all that it is about. */
    static Circumstances of(Place place, String declared, String live, ColumnType type) {
        return new Circumstances(place, declared, live, List.of(new Typed("", type, null)), "");
    }

    /** The columns of a table, and its name, as they are looked for in spellings. */
    static final class Table {

        private final String relation;
        private final String foldedRelation;
        private final List<Typed> columns = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Table(String relation, List<Column> columns) {
            this.relation = relation;
            this.foldedRelation = folded(quoted(relation));
            for (Column column : columns) {
                this.columns.add(new Typed(column.name(), column.type(), column.collation()));
                this.names.add(folded(quoted(column.name())));
            }
        }

        /** Of an expression over the columns of the table. */
        Circumstances of(Place place, String declared, String live) {
            String both = folded(declared + ' ' + live);
            boolean named = both.contains(foldedRelation);
            if (named || place == Place.WHEN || SPEAKS_OF_ALL.stream().anyMatch(both::contains)) {
                return new Circumstances(place, declared, live, columns, named ? relation : "");
            }
            List<Typed> spokenOf = new ArrayList<>();
            for (int number = 0; number < names.size(); number++) {
                if (both.contains(names.get(number))) {
                    spokenOf.add(columns.get(number));
                }
            }
            return new Circumstances(place, declared, live, spokenOf, "");
        }

        private static String quoted(String name) {
            return name.replace("\"", "\"\"");
        }

        /** In lower case, as names without quotes are; letter by letter, so that a name is the same wherever it stands. */
        private static String folded(String text) {
            char[] letters = null;
            for (int place = 0; place < text.length(); place++) {
                char letter = text.charAt(place);
                char small = Character.toLowerCase(letter);
                if (small != letter) {
                    letters = letters == null ? text.toCharArray() : letters;
                    letters[place] = small;
                }
            }
            return letters == null ? text : new String(letters);
        }
    }
}
