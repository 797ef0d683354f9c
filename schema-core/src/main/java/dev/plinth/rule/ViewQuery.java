package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a view is made of is a query, without the words around it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a>
 */
final class ViewQuery implements Rule {

    private static final Pattern QUERY = Pattern.compile("(?is)[\\s(]*(select|with|values|table)\\b.*");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            if (!view.query().isBlank() && !QUERY.matcher(SqlCode.of(view.query())).matches()) {
                problems.add(error(
                        view.name().display(),
                        "the query begins with none of SELECT, WITH, VALUES and TABLE",
                        "Write what stands behind AS."));
            }
        }
        return problems.stream();
    }
}
