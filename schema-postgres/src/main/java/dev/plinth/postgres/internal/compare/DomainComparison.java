package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import dev.plinth.postgres.internal.sql.Parentheses;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The defaults and checks of domains, asked about as those of tables are: by same text, else by the planner's normal form,
 * with {@code VALUE} as a column of the base type. A schema without domains sends none of it.
 */
public final class DomainComparison {

    /**
     * Checks of tables are printed by {@code pg_get_expr} only where it is told the table: the CASE keeps a plan that looks at
     * the text first from asking for theirs.
     */
    private static final String ROWS = """
            SELECT question || ':' || domain AS asked, live, CASE WHEN is_same THEN 'EQUAL' ELSE 'UNDECIDED' END AS verdict,
                   CASE WHEN plannable AND NOT is_same AND NOT foreign_code AND %3$s THEN CASE part
                       WHEN '' THEN format('SELECT (%%1$s)::%%3$s, (%%2$s)::%%3$s', declared, live, type)
                       ELSE format('SELECT (%%1$s), (%%2$s) FROM jsonb_to_recordset(''[]'') AS v(value %%3$s)',
                                   declared, live, type) END END AS statement
              FROM (
                    SELECT q.*, d.oid AS domain, l.live, format_type(d.typbasetype, d.typtypmod) AS type,
                           l.live IN (q.declared, '(' || q.declared || ')') AS is_same,
                           EXISTS (SELECT FROM pg_depend x
                                    WHERE x.classid = l.class AND x.objid = l.object
                                      AND x.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)) AS foreign_code
                      FROM unnest(%1$s) AS q(question, namespace, name, part, declared, plannable)
                      JOIN pg_namespace n ON n.nspname = q.namespace OR q.namespace = 'public' AND n.nspname = ANY (%2$s)
                      JOIN pg_type d ON d.typnamespace = n.oid AND d.typname = q.name AND d.typtype = 'd'
                     CROSS JOIN LATERAL (
                           SELECT pg_get_expr(d.typdefaultbin, 0), 'pg_type'::regclass, d.oid WHERE q.part = ''
                            UNION ALL
                           SELECT CASE WHEN k.contypid = d.oid THEN pg_get_expr(k.conbin, 0) END, 'pg_constraint'::regclass,
                                  k.oid
                             FROM pg_constraint k
                            WHERE q.part <> '' AND k.contypid = d.oid AND k.contype = 'c'
                              AND (k.conname = q.part OR NOT EXISTS (
                                      SELECT FROM pg_constraint o
                                       WHERE o.contypid = d.oid AND o.contype = 'c' AND o.conname = q.part))
                           ) AS l(live, class, object)
                     WHERE l.live IS NOT NULL) AS open""";

    /** @param part the name of the check; empty for the default */
    private record Asked(QualifiedName domain, String part, Expression expression) {
        boolean mayPlan() {
            return expression instanceof Expression.StringLiteral || PlanGuard.mayPlan(SqlText.expression(expression));
        }
    }

    private record Said(Asked asked, String live, Verdict verdict, long domain) {}

    private final Set<String> homes;
    private final List<Asked> questions = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    public DomainComparison(Schema schema, Set<String> homes) {
        this.homes = homes;
        for (DomainType domain : schema.objects(DomainType.class)) {
            if (domain.defaultValue() != null) {
                questions.add(new Asked(domain.name(), "", domain.defaultValue()));
            }
            domain.checks().forEach(it -> questions.add(new Asked(domain.name(), it.name(), it.condition())));
        }
    }

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /** The statements to add to the inspection message, as {@link PlannerBlock} has them. */
    public List<String> statements() {
        if (isEmpty()) {
            return List.of();
        }
        String numbers = ArrayLiterals.texts(
                IntStream.range(0, questions.size()).mapToObj(Integer::toString).toList());
        String arrays = String.join(
                ", ",
                numbers + "::integer[]",
                texts(it -> it.domain.namespace()),
                texts(it -> it.domain.name()),
                texts(Asked::part),
                texts(it -> SqlText.expression(it.expression)),
                texts(it -> Boolean.toString(it.mayPlan())) + "::boolean[]");
        return PlannerBlock.statements(
                ROWS.formatted(
                        arrays, ArrayLiterals.names(List.copyOf(homes)), PlannerVerdict.mayBePlanned("live")));
    }

    /** Reads one answer: the question's number with the oid of the domain, the live spelling, the verdict. */
    public void read(ResultSet row) throws SQLException {
        String[] asked = row.getString(1).split(":");
        said.add(new Said(
                questions.get(Integer.parseInt(asked[0])),
                row.getString(2),
                Verdict.valueOf(row.getString(3)),
                Long.parseLong(asked[1])));
    }

    /** What was said, of the domains by their oids. */
    public Map<Answers.Expressions, Verdict> answers(Map<Long, DomainType> domains) {
        Map<Answers.Expressions, Verdict> answers = new HashMap<>();
        for (Said one : said) {
            DomainType domain = domains.get(one.domain);
            if (domain != null) {
                Expression live = new Expression.Sql(Parentheses.strip(one.live));
                answers.put(new Answers.Expressions(domain.name(), one.asked.expression, live), one.verdict);
            }
        }
        return answers;
    }

    /** What is undecided of them. */
    public List<Undecided> undecided(Map<Long, DomainType> domains) {
        List<Undecided> undecided = new ArrayList<>();
        for (Said one : said) {
            DomainType domain = domains.get(one.domain);
            if (domain != null && one.verdict == Verdict.UNDECIDED) {
                add(undecided, one, domain.name());
            }
        }
        return undecided;
    }

    private static void add(List<Undecided> undecided, Said one, QualifiedName domain) {
        Expression live = new Expression.Sql(Parentheses.strip(one.live));
        var pair = new Answers.Expressions(domain, one.asked.expression, live);
        String declared = SqlText.expression(one.asked.expression);
        String type = Undecided.typeUnder(one.domain);
        if (!pair.areSameWords() && Undecided.isPossible(declared, one.live)) {
            undecided.add(one.asked.part.isEmpty()
                    ? Undecided.ofType(type, "", pair, declared, one.live)
                    : Undecided.overValue(type, pair, declared, one.live));
        }
    }

    private String texts(Function<Asked, String> part) {
        return ArrayLiterals.texts(questions.stream().map(part).toList());
    }
}
