package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Statistics;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one inspection and their answers: equal by same text, else by the planner's normal form, else
 * undecided. A question about a table of {@code public} is asked about its namesake in each of the homes.
 *
 * <p>Of questions that are alike only some are asked, and the others have their answer where the live spelling is the same
 * too. Whatever is open then is asked in a second message.
 */
public final class Comparison {

    /** What was said about one live spelling, and the table that has it, by oid. */
    private record Said(int question, String live, Verdict verdict, long table) {}

    /** @param live the live spelling as the server prints it */
    private record Answer(String live, Verdict verdict) {

        /** Of one pair of spellings in two places: what is not the same in both is not known. */
        Answer and(Answer other) {
            return new Answer(live, both(verdict, other.verdict));
        }
    }

    private final List<Question> questions;
    private final SortedMap<Integer, Question> samples;

    /** The number of the first question about a table; the others follow it. */
    private final Map<QualifiedName, Integer> firsts = new HashMap<>();
    private final Set<String> homes;
    private final List<Said> said = new ArrayList<>();
    private final Map<Circumstances, Answer> known = new HashMap<>();
    private final SortedMap<Integer, Question> open = new TreeMap<>();
    private final Map<Answers.Expressions, Verdict> expressions = new HashMap<>();
    private final Map<Answers.Types, Verdict> types = new HashMap<>();
    private final List<Undecided> undecided = new ArrayList<>();
    private Map<QualifiedName, List<Statistics>> statistics = Map.of();
    private boolean isConcluded;

    public Comparison(Schema schema, Set<String> homes) {
        Questions all = Questions.of(schema, homes);
        this.questions = all.all();
        this.samples = all.samples();
        this.homes = homes;
        for (int number = questions.size() - 1; number >= 0; number--) {
            firsts.put(questions.get(number).table(), number);
        }
    }

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /**
     * The statements to add to the inspection message, as {@link PlannerBlock} has them. None where there is nothing to ask.
     */
    public List<String> statements() {
        return OpenQuestions.statements(samples, homes);
    }

    /** The statements for whatever of these tables and their statistics is open after the first answers; none where nothing is. */
    public List<String> openStatements(Map<Long, LiveTable> tables, List<Statistics> live) {
        statistics = live.stream().collect(Collectors.groupingBy(Statistics::table));
        conclude(tables);
        return OpenQuestions.statements(open, homes);
    }

    /** Reads one answer: the questions, each with a table, the live spelling, and the verdict. */
    public void read(ResultSet row) throws SQLException {
        String live = row.getString(2);
        Verdict verdict = Verdict.valueOf(row.getString(3));
        for (String asked : row.getString(1).split(",")) {
            int colon = asked.indexOf(':');
            int question = Integer.parseInt(asked, 0, colon, 10);
            said.add(new Said(question, live, verdict, Long.parseLong(asked, colon + 1, asked.length(), 10)));
        }
    }

    /** Every answer, those included that needed no planner because the text is the same. */
    public Answers answers(Map<Long, LiveTable> tables) {
        conclude(tables);
        return new Answers(expressions, types);
    }

    /** What {@link #answers} left undecided. */
    public List<Undecided> undecided() {
        return List.copyOf(undecided);
    }

    private void conclude(Map<Long, LiveTable> tables) {
        if (isConcluded && said.isEmpty()) {
            return;
        }
        isConcluded = true;
        said.forEach(one -> learn(one, tables.get(one.table)));
        said.clear();
        open.clear();
        expressions.clear();
        types.clear();
        undecided.clear();
        tables.forEach((oid, table) -> {
            Integer first = firsts.get(declared(table.name()));
            if (first != null) {
                new OfTable(oid, table).conclude(first);
            }
        });
    }

    private void learn(Said one, @Nullable LiveTable table) {
        if (table != null) {
            Question question = questions.get(one.question);
            new OfTable(one.table, table)
                    .circumstances(question, Parentheses.strip(one.live))
                    .ifPresent(it -> known.merge(it, new Answer(one.live, one.verdict), Answer::and));
        }
    }

    private QualifiedName declared(QualifiedName live) {
        return homes.contains(live.namespace()) ? QualifiedName.of(live.name()) : live;
    }

    /** What is concluded for one live table. */
    private final class OfTable {

        private final long oid;
        private final LiveTable table;
        private Circumstances.@Nullable Table columns;

        OfTable(long oid, LiveTable table) {
            this.oid = oid;
            this.table = table;
        }

        /** From the first of its questions on; those about other tables follow. */
        void conclude(int first) {
            QualifiedName name = questions.get(first).table();
            LiveExpressions live = new LiveExpressions(table, statistics.getOrDefault(table.name(), List.of()));
            for (int number = first; number < questions.size()
                    && questions.get(number).table().equals(name); number++) {
                if (questions.get(number).expression() == null) {
                    concludeType(number);
                } else {
                    concludeExpression(number, live);
                }
            }
        }

        private void concludeExpression(int number, LiveExpressions live) {
            Question question = questions.get(number);
            String same = Parentheses.strip(question.textIn(table.name().namespace()));
            boolean isThere = false;
            for (String spelling : live.at(question.place(), question.name())) {
                if (spelling.equals(same)) {
                    isThere = true;
                } else {
                    conclude(number, pair(question, spelling), spelling);
                }
            }
            Answers.Expressions pair = pair(question, same);
            if (!pair.declared().equals(pair.live()) && (isThere || live.contains(same))) {
                expressions.put(pair, Verdict.EQUAL);
            }
        }

        private Answers.Expressions pair(Question question, String live) {
            return new Answers.Expressions(
                    table.name(), Objects.requireNonNull(question.expression()), new Expression.Sql(live));
        }

        private void concludeType(int number) {
            Question question = questions.get(number);
            table.column(question.name())
                    .map(column -> new Answers.Types(Objects.requireNonNull(question.type()), column.object().type()))
                    .ifPresent(pair -> conclude(number, pair, ""));
        }

        private void conclude(int number, Answers.Pair pair, String live) {
            Question question = questions.get(number);
            Answer answer = circumstances(question, live).map(known::get).orElse(null);
            if (answer == null) {
                open.put(number, question);
                return;
            }
            switch (pair) {
                case Answers.Expressions two -> expressions.merge(two, answer.verdict, Comparison::both);
                case Answers.Types two -> types.merge(two, answer.verdict, Comparison::both);
            }
            String text = question.textIn(table.name().namespace());
            boolean isSettled = pair instanceof Answers.Expressions two && two.areSameWords();
            if (answer.verdict == Verdict.UNDECIDED && !isSettled && Undecided.isPossible(text, answer.live)) {
                undecided.add(question.undecided(pair, table.name(), oid, text, answer.live));
            }
        }

        /** Empty where the column is gone that it is about. */
        Optional<Circumstances> circumstances(Question question, String live) {
            String declared = question.textIn(table.name().namespace());
            return switch (question.place()) {
                case DEFAULT -> ofColumn(question, declared, live);
                // The live type is that of the column.
                case TYPE -> ofColumn(question, declared, "");
                case GENERATED, CHECK, PREDICATE, INDEX_KEY, PARTITION_KEY, USING, WITH_CHECK, WHEN, STATISTICS ->
                    Optional.of(columns().of(question.place(), declared, live));
            };
        }

        private Optional<Circumstances> ofColumn(Question question, String declared, String live) {
            return table.column(question.name())
                    .map(it -> Circumstances.of(question.place(), declared, live, it.object().type()));
        }

        private Circumstances.Table columns() {
            if (columns == null) {
                columns = new Circumstances.Table(table.name().name(), table.plainColumns());
            }
            return columns;
        }
    }

    /** One pair of spellings in two places: what is not the same in both is not known. */
    private static Verdict both(Verdict one, Verdict other) {
        return one == other ? one : Verdict.UNDECIDED;
    }
}
