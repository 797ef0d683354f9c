package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that is owned by the very column that takes its numbers is a serial, however it was written: neither can be
 * created without the other, and a database cannot tell the two apart.
 */
final class OwnedSequences {

    private final Map<QualifiedName, Sequence> owned = new HashMap<>();
    private final List<DatabaseObject> others = new ArrayList<>();

    private OwnedSequences(Schema schema) {
        others.addAll(schema.objects());
        for (Sequence sequence : schema.objects(Sequence.class)) {
            if (sequence.owner() != null) {
                owned.putIfAbsent(sequence.name(), sequence);
            }
        }
    }

    static Schema asSerials(Schema schema) {
        OwnedSequences sequences = new OwnedSequences(schema);
        if (sequences.owned.isEmpty()) {
            return schema;
        }
        List<Table> tables = schema.tables().stream().map(sequences::table).toList();
        return new Schema(
                schema.name(),
                schema.extensions(),
                sequences.others,
                tables,
                schema.dynamoTables(),
                schema.description());
    }

    private Table table(Table table) {
        return table.withColumns(table.columns().stream().map(column -> column(table, column)).toList());
    }

    private Column column(Table table, Column column) {
        Sequence sequence = sequenceOf(table, column);
        if (sequence == null) {
            return column;
        }
        others.remove(sequence);
        OwnedSequence counted = new OwnedSequence(sequence.name().name(), sequence.options());
        return column.withoutDefault().withGeneration(new Generation.Serial(counted));
    }

    private @Nullable Sequence sequenceOf(Table table, Column column) {
        if (!(column.defaultValue() instanceof Expression.NextValue next)
                || !(column.type() instanceof ColumnType.BuiltIn)) {
            return null;
        }
        Sequence sequence = owned.get(next.sequence());
        boolean ownsIt = sequence != null
                && new Sequence.Owner(table.name(), column.name()).equals(sequence.owner())
                && sequence.name().namespace().equals(table.name().namespace());
        return ownsIt ? sequence : null;
    }
}
