package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.model.sql.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it is in the database. Expressions are the text that PostgreSQL prints.
 *
 * @param partitions of a partitioned table, where the schema declares one of them
 * @param hasToast whether it has a TOAST table; without one PostgreSQL takes the parameters of it, and forgets them
 * @param unmodelled what the table has beyond the model (a rule, ...)
 */
public record LiveTable(
        QualifiedName name,
        List<Live<Column>> columns,
        List<Live<Constraint>> constraints,
        List<Live<Index>> indexes,
        List<Live<Trigger>> triggers,
        List<Live<RewriteRule>> rules,
        TableOptions options,
        Map<QualifiedName, PartitionBound> partitions,
        LiveRowSecurity rowSecurity,
        boolean hasToast,
        List<String> unmodelled) {

    public LiveTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        partitions = Map.copyOf(partitions);
        unmodelled = List.copyOf(unmodelled);
    }

    /** Whether the table is split into partitions and holds no rows itself. */
    public boolean isPartitioned() {
        return options.partitioning() != null;
    }

    /** Its columns in the words of the model. */
    public List<Column> plainColumns() {
        return columns.stream().map(Live::object).toList();
    }

    /** The live column of that name. */
    public Optional<Live<Column>> column(String columnName) {
        for (Live<Column> column : columns) {
            if (column.object().name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
