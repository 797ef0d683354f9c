package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The column that owns a sequence is in the schema. */
final class SequenceOwner implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Sequence sequence : schema.objects(Sequence.class)) {
            Sequence.Owner owner = sequence.owner();
            Optional<Table> table = owner == null ? Optional.empty() : schema.table(owner.table());
            if (owner != null && (table.isEmpty() || table.get().column(owner.column()).isEmpty())) {
                problems.add(problem(sequence, owner, table));
            }
        }
        return problems.stream();
    }

    private Problem problem(Sequence sequence, Sequence.Owner owner, Optional<Table> table) {
        return error(
                sequence.name().display(),
                "is owned by " + owner.table().display() + "." + owner.column() + ", which is not in the schema",
                table.map(it -> Suggestion.orElse(
                        owner.column(),
                        it.columns().stream().map(column -> column.name()).toList(),
                        "Name a column of " + it.name().display() + "."))
                        .orElse("List the table in schema(...), or leave ownedBy(...) out."));
    }
}
