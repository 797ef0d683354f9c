package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions of one inspection and their answers: equal by same text, else by the planner's normal form, else
 * undecided. A question about a table of {@code public} is asked about its namesake in each of the homes.
 */
public final class Comparison {

    /** What was said about one live spelling, and the table that has it, by oid. */
    private record Said(Question question, String live, Verdict verdict, long table) {}

    private record Place(QualifiedName table, Question question) {}

    private final List<Question> questions;
    private final Set<String> homes;
    private final List<Said> said = new ArrayList<>();
    private final Map<Answers.Expressions, Verdict> expressions = new HashMap<>();
    private final Map<Answers.Types, Verdict> typeAnswers = new HashMap<>();
    private final List<Undecided> undecided = new ArrayList<>();

    public Comparison(Schema schema, Set<String> homes) {
        this.questions = Questions.of(schema, homes);
        this.homes = homes;
    }

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /**
     * The statements to add to the inspection message: the questions, then the result with the answers.
     *
     * @param tables the oids of the tables to ask about, as SQL
     */
    public List<String> statements(String tables) {
        return isEmpty() ? List.of() : List.of(PlannerBlock.sql(questions, homes, tables), PlannerBlock.ANSWERS);
    }

    /** Reads one answer: the questions, each with a table, the live spelling, and the verdict. */
    public void read(ResultSet row) throws SQLException {
        String live = row.getString(2);
        Verdict verdict = Verdict.valueOf(row.getString(3));
        for (String asked : row.getString(1).split(",")) {
            int colon = asked.indexOf(':');
            Question question = questions.get(Integer.parseInt(asked, 0, colon, 10));
            said.add(new Said(question, live, verdict, Long.parseLong(asked, colon + 1, asked.length(), 10)));
        }
    }

    /** Every answer, those included that needed no planner because the text is the same. */
    public Answers answers(Map<Long, LiveTable> tables) {
        Map<Place, Verdict> types = new HashMap<>();
        for (Said one : said) {
            LiveTable table = tables.get(one.table);
            if (table != null) {
                take(one, table, types);
            }
        }
        Map<QualifiedName, List<Question>> byTable =
                questions.stream().collect(Collectors.groupingBy(Question::table));
        for (LiveTable table : tables.values()) {
            List<Question> asked = byTable.getOrDefault(declared(table.name()), List.of());
            if (!asked.isEmpty()) {
                addSame(table, asked, types);
            }
        }
        return new Answers(expressions, typeAnswers);
    }

    /** What {@link #answers} left undecided. */
    public List<Undecided> undecided() {
        return List.copyOf(undecided);
    }

    private QualifiedName declared(QualifiedName live) {
        return homes.contains(live.namespace()) ? QualifiedName.of(live.name()) : live;
    }

    private void take(Said one, LiveTable table, Map<Place, Verdict> types) {
        ColumnType type = one.question.type();
        if (type != null) {
            types.put(new Place(table.name(), one.question), one.verdict);
            if (one.verdict == Verdict.UNDECIDED) {
                table.column(one.question.name())
                        .map(column -> new Answers.Types(type, column.object().type()))
                        .ifPresent(pair -> remember(one, table, pair));
            }
        } else if (one.question.expression() != null) {
            Expression live = new Expression.Sql(Parentheses.strip(one.live));
            var pair = new Answers.Expressions(table.name(), one.question.expression(), live);
            expressions.merge(pair, one.verdict, Comparison::both);
            remember(one, table, pair);
        }
    }

    private void remember(Said one, LiveTable table, Answers.Pair pair) {
        if (one.verdict != Verdict.UNDECIDED) {
            return;
        }
        String text = one.question.textIn(table.name().namespace());
        if (Undecided.isPossible(text, one.live)) {
            undecided.add(one.question.undecided(pair, table.name(), one.table, text, one.live));
        }
    }

    private void addSame(LiveTable table, List<Question> asked, Map<Place, Verdict> types) {
        Set<String> live = LiveExpressions.of(table);
        for (Question question : asked) {
            if (question.expression() != null) {
                addSameText(table.name(), question, live);
            } else {
                addType(table, question, types.getOrDefault(new Place(table.name(), question), Verdict.EQUAL));
            }
        }
    }

    private void addSameText(QualifiedName table, Question question, Set<String> live) {
        Expression declared = Objects.requireNonNull(question.expression());
        String spelling = Parentheses.strip(question.textIn(table.namespace()));
        Expression text = new Expression.Sql(spelling);
        if (!declared.equals(text) && live.contains(spelling)) {
            expressions.put(new Answers.Expressions(table, declared, text), Verdict.EQUAL);
        }
    }

    /** The block answers only where the spelling differs: no answer means the same text. */
    private void addType(LiveTable table, Question question, Verdict verdict) {
        table.column(question.name())
                .ifPresent(column -> typeAnswers.merge(
                        new Answers.Types(Objects.requireNonNull(question.type()), column.object().type()),
                        verdict,
                        Comparison::both));
    }

    /** One pair of spellings in two places: what is not the same in both is not known. */
    private static Verdict both(Verdict one, Verdict other) {
        return one == other ? one : Verdict.UNDECIDED;
    }
}
