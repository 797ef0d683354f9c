package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The queries of views, each with its live counterpart: the same text, else the same plan, else undecided. A schema without
 * views sends none of it.
 */
public final class ViewComparison {

    /** Strings in which a quote may stand in other ways than twice. */
    private static final Pattern OTHER_STRING = Pattern.compile("(?i)(?<![\\w$'])(?:e|u&)['\"]|\\$\\w*\\$");

    /** @param own whether the name is one of the schema's, which is in the namespace of the view */
    private record Piece(int question, int place, String before, QualifiedName name, boolean own) {}

    private record Said(NamedQuery view, String namespace, Verdict verdict) {

        /** The name of the live view. */
        QualifiedName name() {
            return new QualifiedName(namespace, view.name().name());
        }
    }

    private static final QualifiedName END = new QualifiedName("", "");

    private final List<NamedQuery> questions;
    private final Set<String> homes;
    private final Set<QualifiedName> own;
    private final List<Said> said = new ArrayList<>();

    public ViewComparison(Schema schema, Set<String> homes) {
        this.questions = schema.objects(NamedQuery.class);
        this.homes = homes;
        this.own = questions.isEmpty() ? Set.of() : schema.names();
    }

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /**
     * The statements to add to the inspection message: the questions, then the result with the answers.
     *
     * @param tables the oids of the tables and views to ask about, as SQL
     */
    public List<String> statements(String tables) {
        if (isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (NamedQuery view : questions) {
            addPieces(numbers.size(), view, pieces);
            numbers.add(numbers.size());
        }
        String asked = String.join(
                ", ",
                texts(numbers, number -> Integer.toString(number)) + "::integer[]",
                texts(questions, view -> view.name().namespace()),
                texts(questions, view -> view.name().name()),
                texts(questions, view -> Integer.toString(view.columns().size())) + "::integer[]",
                texts(questions, view -> Boolean.toString(isPlain(view.query()))) + "::boolean[]");
        String cut = String.join(
                ", ",
                texts(pieces, piece -> Integer.toString(piece.question)) + "::integer[]",
                texts(pieces, piece -> Integer.toString(piece.place)) + "::integer[]",
                texts(pieces, Piece::before),
                texts(pieces, piece -> piece.name.namespace()),
                texts(pieces, piece -> piece.name.name()),
                texts(pieces, piece -> Boolean.toString(piece.own)) + "::boolean[]");
        return List.of(
                ViewBlock.sql(asked, cut, ArrayLiterals.names(List.copyOf(homes)), tables), ViewBlock.ANSWERS);
    }

    private void addPieces(int question, NamedQuery view, List<Piece> pieces) {
        QualifiedText text = QualifiedText.ofCode(view.query());
        boolean moves = view.name().isInDefaultNamespace();
        int place = 0;
        for (QualifiedText.Piece piece : text.pieces()) {
            pieces.add(new Piece(question, place++, piece.before(), piece.name(), moves && isOwn(piece.name())));
        }
        pieces.add(new Piece(question, place, text.end(), END, false));
    }

    /** Whether the server can tell code from strings by their quotes, and no name has three parts. */
    private static boolean isPlain(String query) {
        QualifiedText text = QualifiedText.ofCode(query);
        Stream<String> behindNames = Stream.concat(
                text.pieces().stream().skip(1).map(QualifiedText.Piece::before), Stream.of(text.end()));
        return !OTHER_STRING.matcher(query).find()
                && (text.pieces().isEmpty() || behindNames.noneMatch(code -> code.stripLeading().startsWith(".")));
    }

    private boolean isOwn(QualifiedName name) {
        return name.isInDefaultNamespace() && own.contains(name);
    }

    /** Reads one answer: the question's number, the namespace of the live view, the verdict. */
    public void read(ResultSet row) throws SQLException {
        said.add(new Said(questions.get(row.getInt(1)), row.getString(2), Verdict.valueOf(row.getString(3))));
    }

    /** What was said, about the live views by their names. */
    public Map<Answers.Expressions, Verdict> answers(Map<QualifiedName, NamedQuery> live) {
        Map<Answers.Expressions, Verdict> answers = new HashMap<>();
        for (Said one : said) {
            NamedQuery existing = live.get(one.name());
            if (existing != null) {
                answers.put(pair(one, existing), one.verdict);
            }
        }
        return answers;
    }

    /** What could not be said, for a closer look. */
    public List<Undecided> undecided(Map<QualifiedName, NamedQuery> live) {
        List<Undecided> undecided = new ArrayList<>();
        for (Said one : said) {
            NamedQuery existing = live.get(one.name());
            if (existing != null && one.verdict == Verdict.UNDECIDED) {
                String declared = queryIn(one.namespace, one.view);
                if (Undecided.isPossible(declared, existing.query())) {
                    undecided.add(Undecided.ofView(
                            pair(one, existing), declared, names(one.view, existing), existing.query()));
                }
            }
        }
        return undecided;
    }

    private Answers.Expressions pair(Said one, NamedQuery existing) {
        return new Answers.Expressions(
                one.name(),
                new Expression.Sql(queryIn(one.namespace, one.view)),
                new Expression.Sql(existing.query()));
    }

    /** Names of columns are compared by themselves, so that the queries are asked about under those of the live view. */
    private static List<String> names(NamedQuery declared, NamedQuery live) {
        int named = declared.columns().size();
        return named <= live.columns().size() ? live.columns().subList(0, named) : declared.columns();
    }

    /** The query as it is declared for one of the namespaces that are to have it. */
    private String queryIn(String namespace, NamedQuery view) {
        return view.name().isInDefaultNamespace()
                ? QualifiedText.of(view.query()).moved(this::isOwn, namespace)
                : view.query();
    }

    private static <T> String texts(List<T> all, Function<T, String> part) {
        return ArrayLiterals.texts(all.stream().map(part).toList());
    }
}
