package dev.plinth.diff;

import java.util.Map;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;

/**
 * What the store said when it was asked whether two spellings mean the same. A question that was not asked is
 * {@link Verdict#UNDECIDED}.
 */
public record Answers(Map<Expressions, Verdict> expressions, Map<Types, Verdict> types) {

    /** Two expressions over the columns of one table. */
    public record Expressions(QualifiedName table, Expression declared, Expression live) {}

    /** Two types. */
    public record Types(ColumnType declared, ColumnType live) {}

    public Answers {
        expressions = Map.copyOf(expressions);
        types = Map.copyOf(types);
    }

    /** Whether two expressions over the columns of {@code table} are the same. */
    public Verdict sameExpression(QualifiedName table, Expression declared, Expression live) {
        return declared.equals(live)
                ? Verdict.EQUAL
                : expressions.getOrDefault(new Expressions(table, declared, live), Verdict.UNDECIDED);
    }

    /** Whether two types are the same. */
    public Verdict sameType(ColumnType declared, ColumnType live) {
        return declared.equals(live)
                ? Verdict.EQUAL
                : types.getOrDefault(new Types(declared, live), Verdict.UNDECIDED);
    }
}
