package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.QualifiedNames;
import java.util.Map;

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
        if (declared instanceof Expression.NextValue next) {
            return isNextValue(next, live) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        return declared.equals(live)
                ? Verdict.EQUAL
                : expressions.getOrDefault(new Expressions(table, declared, live), Verdict.UNDECIDED);
    }

    private static boolean isNextValue(Expression.NextValue declared, Expression live) {
        return live instanceof Expression.Sql sql
                && QualifiedNames.sequenceOf(sql.text()).filter(declared.sequence()::equals).isPresent();
    }

    /** Whether two types are the same. Types that the model knows are compared by value; a native one was asked for. */
    public Verdict sameType(ColumnType declared, ColumnType live) {
        if (declared.equals(live)) {
            return Verdict.EQUAL;
        }
        return types.getOrDefault(
                new Types(declared, live), isNative(declared) ? Verdict.UNDECIDED : Verdict.DIFFERENT);
    }

    private static boolean isNative(ColumnType type) {
        return switch (type) {
            case ColumnType.Native ignored -> true;
            case ColumnType.Array array -> isNative(array.element());
            case ColumnType.Named ignored -> false;
            case UserType ignored -> false;
            case ColumnType.BuiltIn ignored -> false;
            case ColumnType.OfExtension ignored -> false;
        };
    }
}
