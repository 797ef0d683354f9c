package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.SequenceOptions;
import dev.plinth.naming.DefaultNames;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Columns: {@code "name" type [COLLATE] [DEFAULT value | GENERATED ...] [[CONSTRAINT] NOT NULL]}, the order of pg_dump. */
final class ColumnRenderer {

    private final TypeRenderer types;
    private final SequenceRenderer sequences = new SequenceRenderer();

    ColumnRenderer(TypeRenderer types) {
        this.types = types;
    }

    QueryPart definition(QualifiedName table, Column column) {
        QualifiedName collation = column.collation();
        String compression = column.options().compression();
        return DSL.sql(
                "{0} {1}{2}{3}{4}{5}",
                DSL.name(column.name()),
                Parts.raw(isPlainSerial(table, column) ? serial(column.type()) : types.text(column.type())),
                Parts.raw(compression == null ? "" : " COMPRESSION " + SqlText.word(compression)),
                Parts.raw(collation == null ? "" : " COLLATE " + SqlText.qualified(collation)),
                Parts.raw(value(table, column)),
                Parts.raw(notNull(column)));
    }

    /** What a partition says of a column of its table. */
    static QueryPart refinement(Column column) {
        Expression value = column.generation() == null ? column.defaultValue() : null;
        return DSL.sql(
                "{0}{1}{2}",
                DSL.name(column.name()),
                Parts.raw(value == null ? "" : " DEFAULT " + SqlText.defaultValue(value)),
                Parts.raw(notNull(column)));
    }

    private static String notNull(Column column) {
        String name = column.options().notNullName();
        return column.nullable() ? "" : (name == null ? "" : " CONSTRAINT " + SqlText.identifier(name)) + " NOT NULL";
    }

    List<QueryPart> add(AddColumn added, RenderMode mode) {
        String template = mode == RenderMode.RERUNNABLE
                ? "ALTER TABLE {0} ADD COLUMN IF NOT EXISTS {1}"
                : "ALTER TABLE {0} ADD COLUMN {1}";
        List<QueryPart> statements = new ArrayList<>(before(added.table(), added.column(), mode));
        statements.add(
                DSL.query(template, Parts.name(added.table()), definition(added.table(), added.column())));
        statements.addAll(after(added.table(), added.column()));
        return statements;
    }

    /** What has to be created before the column: the sequence of a serial that PostgreSQL would make otherwise. */
    List<QueryPart> before(QualifiedName table, Column column, RenderMode mode) {
        OwnedSequence sequence = spelledOut(table, column);
        return sequence == null ? List.of() : List.of(sequences.create(table, sequence, mode));
    }

    /** What makes that sequence the column's own, and what CREATE TABLE has no word for. */
    List<QueryPart> after(QualifiedName table, Column column) {
        OwnedSequence sequence = spelledOut(table, column);
        return Stream.concat(
                sequence == null ? Stream.empty() : Stream.of(sequences.own(table, column.name(), sequence)),
                TableOptionsRenderer.settings(table, column).stream())
                .toList();
    }

    private static @Nullable OwnedSequence spelledOut(QualifiedName table, Column column) {
        return column.generation() instanceof Generation.Serial serial && !isPlainSerial(table, column)
                ? serial.sequence()
                : null;
    }

    private static String value(QualifiedName table, Column column) {
        return switch (column.generation()) {
            case null ->
                column.defaultValue() == null ? "" : " DEFAULT " + SqlText.defaultValue(column.defaultValue());
            case Generation.Serial serial ->
                isPlainSerial(table, column)
                        ? ""
                        : " DEFAULT " + SqlText.nextValue(table.sibling(serial.sequence().name()));
            case Generation.Identity identity ->
                " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                        + options(table, column, identity.sequence());
            case Generation.Computed computed ->
                " GENERATED ALWAYS AS " + SqlText.parenthesised(computed.expression())
                        + (computed.stored() ? " STORED" : " VIRTUAL");
        };
    }

    private static String options(QualifiedName table, Column column, OwnedSequence sequence) {
        boolean hasUsualName = hasUsualName(table, column, sequence);
        String name = hasUsualName ? "" : "SEQUENCE NAME " + SqlText.qualified(table.sibling(sequence.name()));
        String options = (name + SequenceRenderer.options(sequence.options())).strip();
        return options.isEmpty() ? "" : " (" + options + ")";
    }

    /** Whether the word {@code serial} makes just this column. */
    private static boolean isPlainSerial(QualifiedName table, Column column) {
        return column.generation() instanceof Generation.Serial serial
                && !column.nullable()
                && column.type() instanceof ColumnType.BuiltIn type
                && serial.sequence().options().equals(SequenceOptions.of(type.name()))
                && hasUsualName(table, column, serial.sequence());
    }

    private static boolean hasUsualName(QualifiedName table, Column column, OwnedSequence sequence) {
        return sequence.name().equals(DefaultNames.sequence(table.name(), column.name(), Set.of()));
    }

    private static String serial(ColumnType type) {
        BuiltInType number = ((ColumnType.BuiltIn) type).name();
        return number == BuiltInType.INTEGER ? "serial" : number == BuiltInType.BIGINT ? "bigserial" : "smallserial";
    }
}
