package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.naming.DefaultNames;
import dev.plinth.naming.QualifiedNames;
import dev.plinth.postgres.internal.inspect.ConstraintQuery.NotNull;
import dev.plinth.postgres.internal.inspect.SequenceQuery.Owned;
import dev.plinth.postgres.internal.inspect.SequenceQuery.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts columns and the sequences that they own together: identity, and what {@code serial} made. */
final class LiveColumns {

    private final Map<Place, List<Owned>> owned;

    private final Map<Long, Map<Integer, NotNull>> notNulls;

    /** @param notNulls by table and number of the column */
    LiveColumns(Map<Place, List<Owned>> owned, Map<Long, Map<Integer, NotNull>> notNulls) {
        this.owned = owned;
        this.notNulls = notNulls;
    }

    List<Live<Column>> of(long table, QualifiedName name, NumberedColumns columns) {
        Map<Integer, NotNull> special = notNulls.getOrDefault(table, Map.of());
        List<Live<Column>> live = new ArrayList<>(columns.rows().size());
        for (ColumnQuery.Row row : columns.rows()) {
            NotNull notNull = special.isEmpty() ? null : special.get(row.number());
            live.add(notNull == null ? of(table, row) : with(name, notNull, of(table, row)));
        }
        return live;
    }

    /** A name that PostgreSQL chose is none, and one of a NOT NULL that says more stands in its phrase. */
    private static Live<Column> with(QualifiedName table, NotNull notNull, Live<Column> live) {
        Column column = live.object();
        if (!notNull.phrase().isEmpty()) {
            return new Live<>(
                    column,
                    live.state(),
                    Stream.concat(live.unmodelled().stream(), Stream.of(notNull.phrase())).toList());
        }
        return notNull.name().isEmpty() || DefaultNames.isNotNull(table.name(), column.name(), notNull.name())
                ? live
                : with(column.withOptions(column.options().withNotNullName(notNull.name())), live);
    }

    private Live<Column> of(long table, ColumnQuery.Row row) {
        Live<Column> live = row.column();
        if (row.identity().isEmpty() && owned.isEmpty()) {
            return live;
        }
        List<Owned> sequences = owned.getOrDefault(new Place(table, row.number()), List.of());
        return row.identity().isEmpty() ? serial(live, sequences) : identity(live, row.identity(), sequences);
    }

    /** Where nobody asked for sequences, identity is nothing that the schema has a word for. */
    private static Live<Column> identity(Live<Column> live, String code, List<Owned> sequences) {
        boolean always = code.equals("a");
        Optional<Owned> sequence = sequences.stream().filter(Owned::ofIdentity).findFirst();
        if (sequence.isEmpty()) {
            List<String> phrases = new ArrayList<>(live.unmodelled());
            phrases.add("GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY");
            return new Live<>(live.object(), live.state(), phrases);
        }
        return with(live.object().withGeneration(new Generation.Identity(always, of(sequence.get()))), live);
    }

    private static Live<Column> serial(Live<Column> live, List<Owned> sequences) {
        if (!(live.object().defaultValue() instanceof Expression.Sql value) || sequences.isEmpty()) {
            return live;
        }
        Optional<QualifiedName> taken = QualifiedNames.sequenceOf(value.text());
        return sequences.stream()
                .filter(sequence -> taken.filter(sequence.name()::equals).isPresent())
                .findFirst()
                .map(sequence -> with(
                        live.object().withoutDefault().withGeneration(new Generation.Serial(of(sequence))), live))
                .orElse(live);
    }

    private static OwnedSequence of(Owned sequence) {
        return new OwnedSequence(sequence.name().name(), sequence.options());
    }

    private static Live<Column> with(Column column, Live<Column> live) {
        return new Live<>(column, live.state(), live.unmodelled());
    }
}
