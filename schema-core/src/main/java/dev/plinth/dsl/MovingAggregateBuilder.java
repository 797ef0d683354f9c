package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate.Moving;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an aggregate is computed over a window that moves, inside the lambda of {@code moving(...)}: MSFUNC, MSTYPE, MINVFUNC
 * and the others with an M in front.
 */
public final class MovingAggregateBuilder extends AggregateStateBuilder<MovingAggregateBuilder> {

    private @Nullable QualifiedName inverse;

    MovingAggregateBuilder(Block block, List<DatabaseObject> objects) {
        super(block, objects);
    }

    /** MINVFUNC: a function of the schema that takes a row out of the state. */
    public MovingAggregateBuilder invfunc(Function ofSchema) {
        return invfunc(used(ofSchema));
    }

    /** MINVFUNC that is there already. */
    public MovingAggregateBuilder invfunc(QualifiedName existing) {
        block.requireUnsaid("invfunc(...)", inverse);
        inverse = existing;
        return this;
    }

    Moving toModel() {
        if (inverse == null) {
            throw block.refusal("moves and has no invfunc", "Add .invfunc(FUNCTION) to moving(...).");
        }
        return new Moving(state(Modify.READ_ONLY), inverse);
    }

    @Override
    MovingAggregateBuilder self() {
        return this;
    }
}
