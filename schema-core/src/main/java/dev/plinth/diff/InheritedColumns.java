package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.naming.QualifiedNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What live columns have from the tables above them, and what they have otherwise. */
final class InheritedColumns {

    private InheritedColumns() {}

    /** What a serial defaults to stands in the column below, and not in the serial itself. */
    static boolean hasSameDefault(LiveTable parent, Column above, Column below) {
        if (below.generation() instanceof Generation.Serial) {
            return false;
        }
        if (above.generation() instanceof Generation.Serial serial) {
            return below.defaultValue() instanceof Expression.Sql value
                    && QualifiedNames.sequenceOf(value.text())
                            .filter(parent.name().sibling(serial.sequence().name())::equals)
                            .isPresent();
        }
        return Objects.equals(above.defaultValue(), below.defaultValue());
    }

    /** A column below has no serial of its own in a schema, so one that somebody gave it is another default. */
    static @Nullable Expression defaultOf(QualifiedName table, Column live) {
        return live.generation() instanceof Generation.Serial serial
                ? new Expression.NextValue(table.sibling(serial.sequence().name()))
                : live.defaultValue();
    }

    /**
     * A column has its storage and compression from the first table above that has it. Statistics and parameters it has of nobody; but
     * SET STATISTICS of a table is said of those below too, so what is said above is no difference here.
     */
    static void compareOptions(
            QualifiedName table, Column live, List<QualifiedName> parents, LiveDatabase database, Findings findings) {
        ColumnOptions own = live.options();
        ColumnOptions above = above(live, parents, database);
        if (above == null || !hasAny(own) && !hasAny(above)) {
            return;
        }
        boolean isSameTarget = Objects.equals(own.statistics(), above.statistics());
        boolean hasSameParameters = own.parameters().equals(above.parameters());
        ColumnOptions wanted = new ColumnOptions(
                own.origin(),
                own.notNullName(),
                above.storage(),
                above.compression(),
                isSameTarget ? own.statistics() : null,
                hasSameParameters ? own.parameters() : StorageParameters.NONE);
        ColumnDiff.compareOptions(table, live.name(), wanted, own, findings);
    }

    private static @Nullable ColumnOptions above(Column column, List<QualifiedName> parents, LiveDatabase database) {
        for (QualifiedName parent : parents) {
            LiveTable table = database.table(parent).orElse(null);
            Live<Column> above = table == null ? null : table.column(column.name()).orElse(null);
            if (above != null) {
                return above.object().options();
            }
        }
        return null;
    }

    private static boolean hasAny(ColumnOptions options) {
        return options.storage() != null
                || options.compression() != null
                || options.statistics() != null
                || !options.parameters().equals(StorageParameters.NONE);
    }
}
