package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.Table;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An exclusion constraint needs an index that finds single rows, which GIN and BRIN do not, and one that knows its
 * operators: b-trees and hash indexes know no other than {@code =} for this.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE">EXCLUDE</a>
 */
final class ExclusionMethod implements TableRule {

    private static final Set<String> IMPOSSIBLE = Set.of("gin", "brin", "bloom", "hnsw", "ivfflat");
    private static final Set<String> EQUALITY = Set.of("btree", "hash");

    @Override
    public Stream<Problem> check(Table table) {
        return table.constraints(Exclusion.class).stream().flatMap(exclusion -> check(table, exclusion));
    }

    private Stream<Problem> check(Table table, Exclusion exclusion) {
        String method = exclusion.method().name();
        String subject = TableRule.part(table, exclusion.name());
        if (IMPOSSIBLE.contains(method)) {
            return Stream.of(error(subject, method + " indexes cannot exclude rows", "Add .using(GIST)."));
        }
        return exclusion.elements().stream()
                .map(Exclusion.Element::operator)
                .filter(operator -> EQUALITY.contains(method) && !operator.equals(Operator.builtIn("=")))
                .limit(1)
                .map(operator -> error(
                        subject,
                        "a " + method + " index does not exclude by " + operator.symbol(),
                        "Add .using(GIST)."));
    }
}
