package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.QualifiedNames;
import dev.plinth.naming.SqlWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store said when it was asked whether two spellings mean the same. A question that was not asked is
 * {@link Verdict#UNDECIDED}.
 */
public record Answers(
        Map<Expressions, Verdict> expressions,
        Map<Types, Verdict> types,
        Set<DefaultClass> defaultClasses,
        Map<Bodies, Verdict> bodies) {

    /** Two spellings that may mean the same. */
    public sealed interface Pair {}

    /** Two expressions over the columns of one table. */
    public record Expressions(QualifiedName table, Expression declared, Expression live) implements Pair {

        /**
         * Whether they are the same but for what means nothing in SQL, so that nobody need be asked. Functions of extensions are not
         * put to the planner, and PostGIS for one is written {@code ST_Area} and printed without capitals.
         */
        public boolean areSameWords() {
            return declared instanceof Expression.Sql(String text)
                    && live instanceof Expression.Sql(String other)
                    && SqlWords.same(text, other);
        }
    }

    /** Two types. */
    public record Types(ColumnType declared, ColumnType live) implements Pair {}

    /** An operator class that PostgreSQL takes for an index method where none is said; seen in a live index. */
    public record DefaultClass(String method, Source source, String name) {}

    /** Two bodies in SQL of one function. */
    public record Bodies(ObjectName function, RoutineBody declared, RoutineBody live) {}

    public Answers {
        expressions = Map.copyOf(expressions);
        types = Map.copyOf(types);
        defaultClasses = Set.copyOf(defaultClasses);
        bodies = Map.copyOf(bodies);
    }

    /** Answers about expressions and types only. */
    public Answers(Map<Expressions, Verdict> expressions, Map<Types, Verdict> types) {
        this(expressions, types, Set.of(), Map.of());
    }

    /** The same, with answers about the expressions of domains, which stand in the place of tables. */
    public Answers with(Map<Expressions, Verdict> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<Expressions, Verdict> all = new HashMap<>(expressions);
        all.putAll(more);
        return new Answers(all, types, defaultClasses, bodies);
    }

    /** The same, with what a closer look said about pairs that were undecided. */
    public Answers withDecided(Map<Pair, Verdict> decided) {
        Map<Expressions, Verdict> allExpressions = new HashMap<>(expressions);
        Map<Types, Verdict> allTypes = new HashMap<>(types);
        decided.forEach((pair, verdict) -> {
            switch (pair) {
                case Expressions two -> allExpressions.put(two, verdict);
                case Types two -> allTypes.put(two, verdict);
            }
        });
        return new Answers(allExpressions, allTypes, defaultClasses, bodies);
    }

    /** The same, with the default operator classes of the live indexes. */
    public Answers withDefaultClasses(Set<DefaultClass> classes) {
        return new Answers(expressions, types, classes, bodies);
    }

    /** The same, with answers about the bodies of functions. */
    public Answers withBodies(Map<Bodies, Verdict> answered) {
        return new Answers(expressions, types, defaultClasses, answered);
    }

    /** Whether an operator class, its parameters aside, is what the method takes where none is said. */
    public boolean isDefault(IndexMethod method, OperatorClass operatorClass) {
        return defaultClasses.contains(
                new DefaultClass(method.name(), operatorClass.source(), operatorClass.name()));
    }

    /** Whether two expressions over the columns of {@code table} are the same. */
    public Verdict sameExpression(QualifiedName table, Expression declared, Expression live) {
        if (declared instanceof Expression.NextValue next) {
            return isNextValue(next, live) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        if (declared.equals(live)) {
            return Verdict.EQUAL;
        }
        Expressions two = new Expressions(table, declared, live);
        Verdict verdict = expressions.getOrDefault(two, Verdict.UNDECIDED);
        return verdict == Verdict.UNDECIDED && two.areSameWords() ? Verdict.EQUAL : verdict;
    }

    private static boolean isNextValue(Expression.NextValue declared, Expression live) {
        return live instanceof Expression.Sql sql
                && QualifiedNames.sequenceOf(sql.text()).filter(declared.sequence()::equals).isPresent();
    }

    /** Whether two predicates are the same; null for none. */
    public Verdict samePredicate(QualifiedName table, @Nullable Expression declared, @Nullable Expression live) {
        if (declared == null || live == null) {
            return declared == live ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        return sameExpression(table, declared, live);
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
