package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** A rule that looks at one foreign key at a time, together with the table it references. */
interface ForeignKeyRule extends Rule {

    Stream<Problem> check(Table table, ForeignKey key, Table target);

    @Override
    default Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.constraints(ForeignKey.class).stream()
                .flatMap(key -> schema.table(key.target()).stream().flatMap(target -> check(table, key, target))));
    }
}
