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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The questions of one inspection and their answers: equal by same text, else by the planner's normal form, else
 * undecided.
 */
public final class Comparison {

    private final List<Question> questions;
    private final Map<Answers.Expressions, Verdict> expressions = new HashMap<>();
    private final Map<Question, Verdict> types = new HashMap<>();

    public Comparison(Schema schema) {
        this.questions = Questions.of(schema);
    }

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /** The statements to add to the inspection message: the questions, then the result with the answers. */
    public List<String> statements() {
        return isEmpty() ? List.of() : List.of(PlannerBlock.sql(questions), PlannerBlock.ANSWERS);
    }

    /** Reads one answer: the question's number, the live spelling, and the verdict. */
    public void read(ResultSet row) throws SQLException {
        Question question = questions.get(row.getInt(1));
        Verdict verdict = Verdict.valueOf(row.getString(3));
        if (question.type() != null) {
            types.put(question, verdict);
        } else if (question.expression() != null) {
            Expression live = new Expression.Sql(Parentheses.strip(row.getString(2)));
            Answers.Expressions pair = new Answers.Expressions(question.table(), question.expression(), live);
            expressions.merge(pair, verdict, Comparison::both);
        }
    }

    /** Every answer, those included that needed no planner because the text is the same. */
    public Answers answers(List<LiveTable> tables) {
        Map<QualifiedName, LiveTable> byName = tables.stream()
                .collect(Collectors.toMap(LiveTable::name, Function.identity()));
        Map<QualifiedName, Set<String>> texts = new HashMap<>();
        Map<Answers.Types, Verdict> typeAnswers = new HashMap<>();
        for (Question question : questions) {
            LiveTable table = byName.get(question.table());
            if (table != null && question.expression() != null) {
                addSameText(
                        question,
                        question.expression(),
                        texts.computeIfAbsent(table.name(), name -> LiveExpressions.of(table)));
            } else if (table != null && question.type() != null) {
                addType(question, question.type(), table, typeAnswers);
            }
        }
        return new Answers(expressions, typeAnswers);
    }

    private void addSameText(Question question, Expression declared, Set<String> live) {
        String text = Parentheses.strip(question.text());
        if (live.contains(text)) {
            expressions.put(
                    new Answers.Expressions(question.table(), declared, new Expression.Sql(text)), Verdict.EQUAL);
        }
    }

    /** The block answers only where the spelling differs: no answer means the same text. */
    private void addType(
            Question question, ColumnType declared, LiveTable table, Map<Answers.Types, Verdict> typeAnswers) {
        table.column(question.name())
                .ifPresent(column -> typeAnswers.merge(
                        new Answers.Types(declared, column.object().type()),
                        types.getOrDefault(question, Verdict.EQUAL),
                        Comparison::both));
    }

    /** One pair of spellings in two places: what is not the same in both is not known. */
    private static Verdict both(Verdict one, Verdict other) {
        return one == other ? one : Verdict.UNDECIDED;
    }
}
