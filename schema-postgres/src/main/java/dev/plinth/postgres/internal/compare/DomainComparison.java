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
import java.util.stream.Stream;

/**
 * The defaults and checks of domains, asked about as those of tables are: by same text, else by the planner's normal form,
 * with {@code VALUE} as a column of the base type. A schema without domains sends none of it.
 */
public final class DomainComparison {

    /** The statement that returns what the block found. */
    private static final String ANSWERS = """
            SELECT question, live, verdict, domain
              FROM jsonb_to_recordset(current_setting('plinth.domains')::jsonb)
                   AS answer(question integer, live text, verdict text, domain bigint)""";

    /**
     * Checks of tables are printed by {@code pg_get_expr} only where it is told the table: the CASE keeps a plan that looks at
     * the text first from asking for theirs.
     */
    private static final String BLOCK = """
            DECLARE
              item record;
              plan json;
              answers jsonb[] := '{}';
              verdict text;
            BEGIN
              FOR item IN
                SELECT q.*, d.oid AS domain, l.live, format_type(d.typbasetype, d.typtypmod) AS type,
                       EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = l.class AND x.objid = l.object
                                  AND x.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)) AS foreign_code
                  FROM unnest(%s) AS q(question, namespace, name, part, declared, plannable)
                  JOIN pg_namespace n ON n.nspname = q.namespace OR q.namespace = 'public' AND n.nspname = ANY (%s)
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
                 WHERE l.live IS NOT NULL
              LOOP
                verdict := 'UNDECIDED';
                IF item.live IN (item.declared, '(' || item.declared || ')') THEN
                  verdict := 'EQUAL';
                ELSIF item.plannable AND NOT item.foreign_code
                   AND %s
                THEN
                  BEGIN
                    EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) ' || CASE item.part
                        WHEN '' THEN format('SELECT (%%s)::%%s, (%%s)::%%2$s', item.declared, item.type, item.live)
                        ELSE format('SELECT (%%s), (%%s) FROM jsonb_to_recordset(''[]'') AS v(value %%s)',
                                    item.declared, item.live, item.type) END
                      INTO plan;
                    %s
                  EXCEPTION WHEN OTHERS THEN
                    verdict := 'UNDECIDED';
                  END;
                END IF;
                answers := answers || jsonb_build_object(
                    'question', item.question, 'live', item.live, 'verdict', verdict, 'domain', item.domain::bigint);
              END LOOP;
              PERFORM set_config('plinth.domains', to_jsonb(answers)::text, true);
            END""";

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

    /** The statements to add to the inspection message: the questions, then the result with the answers. */
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
        String body = BLOCK.formatted(
                arrays,
                ArrayLiterals.names(List.copyOf(homes)),
                PlannerVerdict.LIVE_MAY_BE_PLANNED,
                PlannerVerdict.COMPARE);
        return List.of("DO " + SqlText.literal(body), ANSWERS);
    }

    /** Reads one answer: the question's number, the live spelling, the verdict, the oid of the domain. */
    public void read(ResultSet row) throws SQLException {
        said.add(new Said(
                questions.get(row.getInt(1)),
                row.getString(2),
                Verdict.valueOf(row.getString(3)),
                row.getLong(4)));
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
        return said.stream()
                .filter(one -> one.verdict == Verdict.UNDECIDED)
                .filter(one -> Undecided.isPossible(SqlText.expression(one.asked.expression), one.live))
                .flatMap(one -> Stream.ofNullable(domains.get(one.domain)).map(it -> undecided(one, it.name())))
                .toList();
    }

    private static Undecided undecided(Said one, QualifiedName domain) {
        Expression live = new Expression.Sql(Parentheses.strip(one.live));
        var pair = new Answers.Expressions(domain, one.asked.expression, live);
        String declared = SqlText.expression(one.asked.expression);
        String type = Undecided.typeUnder(one.domain);
        return one.asked.part.isEmpty()
                ? Undecided.ofType(type, "", pair, declared, one.live)
                : Undecided.overValue(type, pair, declared, one.live);
    }

    private String texts(Function<Asked, String> part) {
        return ArrayLiterals.texts(questions.stream().map(part).toList());
    }
}
