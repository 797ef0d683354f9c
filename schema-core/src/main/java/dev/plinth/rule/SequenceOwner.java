package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** The column that owns a sequence is in the schema. */
final class SequenceOwner implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.objects(Sequence.class).stream()
                .flatMap(sequence -> Optional.ofNullable(sequence.owner())
                        .flatMap(owner -> check(schema, sequence, owner))
                        .stream());
    }

    private Optional<Problem> check(Schema schema, Sequence sequence, Sequence.Owner owner) {
        Optional<Table> table = schema.table(owner.table());
        if (table.isPresent() && table.get().column(owner.column()).isPresent()) {
            return Optional.empty();
        }
        String message =
                "is owned by " + owner.table().display() + "." + owner.column() + ", which is not in the schema";
        return Optional.of(error(
                sequence.name().display(),
                message,
                table.map(it -> Suggestion.orElse(
                        owner.column(),
                        it.columns().stream().map(column -> column.name()).toList(),
                        "Name a column of " + it.name().display() + "."))
                        .orElse("List the table in schema(...), or leave ownedBy(...) out.")));
    }
}
