package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Something declared whose live counterpart may be spelled differently.
 *
 * @param name the column, constraint or index that it belongs to
 * @param text the declared spelling, as it would be rendered
 * @param expression the declared expression; null where the question is about a type
 * @param type the declared type; null where the question is about an expression
 * @param cast the type, in quotes where it needs them, that the text is a constant of, in the namespace of the table; null where the
 *     text is the same in each namespace
 */
record Question(
        QualifiedName table,
        Place place,
        String name,
        String text,
        @Nullable Expression expression,
        @Nullable ColumnType type,
        @Nullable String cast) {

    static Question expression(QualifiedName table, Place place, String name, String text, Expression expression) {
        return new Question(table, place, name, text, expression, null, null);
    }

    static Question type(QualifiedName table, String column, String text, ColumnType type) {
        return new Question(table, Place.TYPE, column, text, null, type, null);
    }

    /** The declared spelling, as it is in one of the namespaces that are to have it. */
    String textIn(String namespace) {
        return cast == null ? text : text + "::" + SqlText.word(namespace) + "." + cast;
    }

    /** Whether the planner may see it: a constant is data, whatever type it is cast to; a text may call something. */
    boolean mayPlan() {
        return expression instanceof Expression.StringLiteral || PlanGuard.mayPlan(text);
    }

    /** The question again, for a closer look at a live spelling. */
    Undecided undecided(Answers.Pair pair, QualifiedName live, long oid, String declaredText, String liveText) {
        String relation = Undecided.table(live);
        return switch (place) {
            case DEFAULT ->
                Undecided.ofType(Undecided.typeOfColumn(oid, name), "", pair, declaredText, liveText);
            case GENERATED ->
                Undecided.ofType(Undecided.typeOfColumn(oid, name), relation, pair, declaredText, liveText);
            case CHECK, PREDICATE, INDEX_KEY, USING, WITH_CHECK, PARTITION_KEY, STATISTICS ->
                Undecided.over(relation, pair, declaredText, liveText);
            case WHEN ->
                Undecided.over(
                        SqlText.qualified(live) + " AS old, " + SqlText.qualified(live) + " AS new",
                        pair, declaredText, liveText);
            case TYPE ->
                new Undecided(pair, typeQuery(declaredText), typeQuery(liveText));
        };
    }

    private static String typeQuery(String type) {
        return SqlText.literal("SELECT NULL::" + type + " AS spelling");
    }

    /** Where the spelling stands, which decides how the planner is asked. */
    enum Place {
        /** A default: has no columns, and takes the type of its column. */
        DEFAULT,
        /** A generated column: over other columns, as a check. */
        GENERATED,
        CHECK,
        PREDICATE,
        INDEX_KEY,
        /** An expression that tells the partition of a row. */
        PARTITION_KEY,
        /** The WHEN of a trigger: over the old and the new row. */
        WHEN,
        /** The USING of a policy: over the columns, as a check. */
        USING,
        /** The WITH CHECK of a policy. */
        WITH_CHECK,
        /** An expression of extended statistics. */
        STATISTICS,
        TYPE
    }
}
