package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.ArgumentDefaults;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.TypeNames;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Optional;

/**
 * Two spellings that the planner was not asked about or had no answer to, each inside a query that shows how the server reads
 * it.
 *
 * @param declaredQuery the query, or the command of a rule, with the declared spelling, as an SQL expression of type text
 * @param liveQuery the same query with the live spelling
 * @param tellsDifference whether they differ where the server reads them in two ways; otherwise they stay undecided
 */
public record Undecided(Answers.Pair pair, String declaredQuery, String liveQuery, boolean tellsDifference) {

    /** Two spellings that differ where the server reads them in two ways. */
    Undecided(Answers.Pair pair, String declaredQuery, String liveQuery) {
        this(pair, declaredQuery, liveQuery, true);
    }

    /** The same where the planner could not be asked: what is read in two ways may still mean the same. */
    Undecided unplanned() {
        return new Undecided(pair, declaredQuery, liveQuery, false);
    }

    /** Two expressions over the columns of a relation, or of several with names of their own. */
    static Undecided over(String relations, Answers.Pair pair, String declared, String live) {
        return new Undecided(pair, over(relations, declared), over(relations, live));
    }

    private static String over(String relations, String text) {
        return SqlText.literal("SELECT " + enclosed(text) + " AS spelling FROM " + relations);
    }

    /** Two expressions that take a type; where they speak of columns, over a relation. */
    static Undecided ofType(String type, String relations, Answers.Pair pair, String declared, String live) {
        return new Undecided(pair, ofType(type, relations, declared), ofType(type, relations, live));
    }

    private static String ofType(String type, String relations, String text) {
        String from = relations.isEmpty() ? "" : " FROM " + relations;
        return SqlText.literal("SELECT " + enclosed(text) + "::") + " || " + type + " || "
                + SqlText.literal(" AS spelling" + from);
    }

    /** Two defaults of an argument; nothing where its type has no name that is the same everywhere, as that of an extension. */
    public static Optional<Undecided> ofArgument(ArgumentDefaults.Open open) {
        String declared = SqlText.expression(open.declared());
        String live = SqlText.expression(open.live());
        return isPossible(declared, live) && !open.pair().areSameWords()
                ? named(open.type()).map(type -> ofType(SqlText.literal(type), "", open.pair(), declared, live))
                : Optional.empty();
    }

    private static Optional<String> named(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> Optional.of(TypeNames.of(builtIn));
            case ColumnType.Array array -> named(array.element()).map(element -> element + "[]");
            case ColumnType.Named named -> Optional.of(SqlText.qualified(named.name()));
            case UserType defined -> Optional.of(SqlText.qualified(defined.name()));
            case ColumnType.Native other -> Optional.of(other.sql());
            case ColumnType.OfExtension ignored -> Optional.empty();
        };
    }

    /** Two expressions over VALUE, as the checks of a domain are. */
    static Undecided overValue(String type, Answers.Pair pair, String declared, String live) {
        return new Undecided(pair, overValue(type, declared), overValue(type, live));
    }

    private static String overValue(String type, String text) {
        return SqlText.literal("SELECT " + enclosed(text) + " AS spelling FROM (SELECT NULL::") + " || " + type + " || "
                + SqlText.literal(" AS value) AS v");
    }

    /**
     * Two queries of a view.
     *
     * @param columns the names of the columns of the declared one, none where the query has them; the live one has its own
     */
    static Undecided ofView(Answers.Pair pair, String declared, List<String> columns, String live) {
        String query = SqlText.literal(declared + "\n");
        return new Undecided(
                pair,
                columns.isEmpty()
                        ? query
                        : "concat_ws(chr(1), " + SqlText.literal(SqlText.identifiers(columns)) + ", " + query + ")",
                SqlText.literal(live + "\n"));
    }

    /** Two commands of a rule of a relation. */
    static Undecided ofRule(
            QualifiedName relation, TriggerEvent event, Answers.Pair pair, String declared, String live) {
        return new Undecided(pair, ofRule(relation, event, declared), ofRule(relation, event, live));
    }

    /** What {@link ScratchTwin} makes a rule of, on a twin of the relation. */
    private static String ofRule(QualifiedName relation, TriggerEvent event, String command) {
        return "concat_ws(chr(1), "
                + String.join(
                        ", ",
                        SqlText.literal("ON " + event),
                        SqlText.literal(SqlText.qualified(relation)),
                        SqlText.literal("DO INSTEAD " + enclosed(command)))
                + ")";
    }

    /** The type of a live column, as an SQL expression. */
    static String typeOfColumn(long table, String column) {
        return "(SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = " + table
                + " AND attname = " + SqlText.literal(column) + ")";
    }

    /** The type under a live domain, as an SQL expression. */
    static String typeUnder(long domain) {
        return "(SELECT format_type(typbasetype, typtypmod) FROM pg_type WHERE oid = " + domain + ")";
    }

    /** A table under its own name, as its expressions may be qualified by it. */
    static String table(QualifiedName name) {
        return SqlText.qualified(name) + " AS " + SqlText.identifier(name.name());
    }

    /** Whether both are one expression, so that a query around them is one query. */
    static boolean isPossible(String declared, String live) {
        return PlanGuard.isOneExpression(declared) && PlanGuard.isOneExpression(live);
    }

    private static String enclosed(String text) {
        return "(" + text + "\n)";
    }
}
