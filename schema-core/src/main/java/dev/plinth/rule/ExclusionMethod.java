package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An exclusion constraint needs an index that finds single rows, which GIN and BRIN do not, and one that knows its
 * operators: b-trees and hash indexes know no other than {@code =} for this.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE">EXCLUDE</a>
 */
final class ExclusionMethod implements TableRule {

    /** Those that exclude nothing. */
    static final Set<String> IMPOSSIBLE = Set.of("gin", "brin", "bloom", "hnsw", "ivfflat");
    private static final Set<String> EQUALITY = Set.of("btree", "hash");

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Exclusion exclusion : table.constraints(Exclusion.class)) {
            check(TableRule.part(table, exclusion.name()), exclusion, problems);
        }
        return problems.stream();
    }

    private void check(String subject, Exclusion exclusion, List<Problem> problems) {
        String method = exclusion.method().name();
        if (IMPOSSIBLE.contains(method)) {
            problems.add(error(subject, method + " indexes cannot exclude rows", "Add .using(GIST)."));
        } else if (EQUALITY.contains(method)) {
            checkEquality(subject, method, exclusion, problems);
        }
    }

    /** Of several operators the first is enough. */
    private void checkEquality(String subject, String method, Exclusion exclusion, List<Problem> problems) {
        for (Exclusion.Element element : exclusion.elements()) {
            if (!element.operator().equals(Operator.builtIn("="))) {
                problems.add(error(
                        subject,
                        "a " + method + " index does not exclude by " + element.operator().symbol(),
                        "Add .using(GIST)."));
                return;
            }
        }
    }
}
