package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rule that looks at one foreign key at a time, together with the table it references. */
interface ForeignKeyRule extends Rule {

    Stream<Problem> check(Table table, ForeignKey key, Table target);

    @Override
    default Stream<Problem> check(Schema schema) {
        List<Stream<Problem>> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                Table target = schema.table(key.target()).orElse(null);
                if (target != null) {
                    problems.add(check(table, key, target));
                }
            }
        }
        return problems.stream().flatMap(it -> it);
    }
}
