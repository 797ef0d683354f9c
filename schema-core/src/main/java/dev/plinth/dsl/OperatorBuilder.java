package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.UserOperator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CREATE OPERATOR. Lives inside the lambda of {@code operator(...)}. */
public final class OperatorBuilder {

    private static final String PG_CATALOG = "pg_catalog";

    private final QualifiedName name;
    private final Block block;
    private @Nullable ColumnType left;
    private @Nullable ColumnType right;
    private @Nullable QualifiedName function;
    private @Nullable QualifiedName commutator;
    private @Nullable QualifiedName negator;
    private @Nullable QualifiedName restrict;
    private @Nullable QualifiedName join;
    private boolean hashes;
    private boolean merges;
    private @Nullable String description;
    private @Nullable String comment;

    private OperatorBuilder(QualifiedName name, Block block) {
        this.name = name;
        this.block = block;
    }

    static UserOperator build(QualifiedName name, Consumer<OperatorBuilder> body) {
        Block block = new Block("operator", name.display());
        OperatorBuilder builder = new OperatorBuilder(name, block);
        body.accept(builder);
        block.close();
        return builder.build();
    }

    private UserOperator build() {
        if (right == null) {
            throw block.refusal("has no operand on the right", "Say right(type); a prefix operator has no other.");
        }
        if (function == null) {
            throw block.refusal("calls nothing", "Say function(FUNCTION).");
        }
        UserOperator operator = new UserOperator(
                name,
                left,
                right,
                function,
                commutator,
                negator,
                new UserOperator.Estimates(restrict, join, hashes, merges),
                List.of(),
                description);
        return comment == null ? operator : operator.comment(comment);
    }

    /** LEFTARG; a prefix operator has none. */
    public OperatorBuilder left(ColumnType type) {
        block.requireUnsaid("left(...)", left);
        block.requireType("left", type);
        left = type;
        return this;
    }

    /** RIGHTARG. */
    public OperatorBuilder right(ColumnType type) {
        block.requireUnsaid("right(...)", right);
        block.requireType("right", type);
        right = type;
        return this;
    }

    /** FUNCTION that takes the operands; it has to be listed in {@code schema(...)}. */
    public OperatorBuilder function(Function called) {
        return function(called.name());
    }

    /** FUNCTION that is there already. */
    public OperatorBuilder function(QualifiedName called) {
        block.requireUnsaid("function(...)", function);
        function = called;
        return this;
    }

    /** COMMUTATOR: {@code a OP b} is {@code b COMMUTATOR a}. In the same namespace; it may be this operator itself. */
    public OperatorBuilder commutator(String symbol) {
        block.requireUnsaid("commutator(...)", commutator);
        commutator = name.sibling(symbol);
        return this;
    }

    /** NEGATOR: {@code a OP b} is {@code NOT (a NEGATOR b)}. In the same namespace. */
    public OperatorBuilder negator(String symbol) {
        block.requireUnsaid("negator(...)", negator);
        negator = name.sibling(symbol);
        return this;
    }

    /** RESTRICT: an estimator of PostgreSQL, for example {@code eqsel}. */
    public OperatorBuilder restrict(String predefined) {
        block.requireUnsaid("restrict(...)", restrict);
        restrict = new QualifiedName(PG_CATALOG, predefined);
        return this;
    }

    /** JOIN: an estimator of PostgreSQL, for example {@code eqjoinsel}. */
    public OperatorBuilder join(String predefined) {
        block.requireUnsaid("join(...)", join);
        join = new QualifiedName(PG_CATALOG, predefined);
        return this;
    }

    /** HASHES: a hash join can use it. */
    public OperatorBuilder hashes() {
        block.requireOpen();
        hashes = true;
        return this;
    }

    /** MERGES: a merge join can use it. */
    public OperatorBuilder merges() {
        block.requireOpen();
        merges = true;
        return this;
    }

    /** COMMENT ON OPERATOR, which is stored in the database. */
    public OperatorBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    /** Documentation that stays in the model. */
    public OperatorBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }
}
