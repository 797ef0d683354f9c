package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operator of the schema; {@link Operator} names one that is there.
 *
 * @param name the symbol, in its namespace
 * @param left null for a prefix operator
 * @param function what it calls with the operands
 * @param commutator the operator with the operands the other way round; null where nothing is said
 * @param negator the operator that is false where this is true; null where nothing is said
 * @param estimates how the planner counts
 * @see <a href="https://www.postgresql.org/docs/current/sql-createoperator.html">CREATE OPERATOR</a>
 */
public record UserOperator(
        QualifiedName name,
        @Nullable ColumnType left,
        ColumnType right,
        QualifiedName function,
        @Nullable QualifiedName commutator,
        @Nullable QualifiedName negator,
        Estimates estimates,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    public UserOperator {
        comments = List.copyOf(comments);
    }

    /**
     * What the planner is told.
     *
     * @param restrict the function that estimates how many rows are selected; null for none
     * @param join the function that estimates how many rows are joined; null for none
     * @param hashes whether a hash join can use it
     * @param merges whether a merge join can use it
     */
    public record Estimates(
            @Nullable QualifiedName restrict, @Nullable QualifiedName join, boolean hashes, boolean merges) {}

    /** The same operator with a comment, which is stored in the database. */
    public UserOperator comment(String text) {
        List<Comment> said = List.of(new Comment(Target.of(this), text));
        return new UserOperator(name, left, right, function, commutator, negator, estimates, said, description);
    }

    /** The types of the operands, by which it is found: one for a prefix operator. */
    public List<ColumnType> operands() {
        return Stream.concat(Stream.ofNullable(left), Stream.of(right)).toList();
    }
}
