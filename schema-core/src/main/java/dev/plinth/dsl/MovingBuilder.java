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
public final class MovingBuilder extends StateBuilder<MovingBuilder> {

    private @Nullable QualifiedName inverse;

    MovingBuilder(Block block, List<DatabaseObject> objects) {
        super(block, objects);
    }

    /** MINVFUNC: a function of the schema that takes a row out of the state. */
    public MovingBuilder invfunc(Function ofSchema) {
        return invfunc(used(ofSchema));
    }

    /** MINVFUNC that is there already. */
    public MovingBuilder invfunc(QualifiedName existing) {
        block.requireUnsaid("invfunc(...)", inverse);
        inverse = existing;
        return this;
    }

    Moving toModel(Modify usual) {
        if (inverse == null) {
            throw block.refusal("moves and has no invfunc", "Add .invfunc(FUNCTION) to moving(...).");
        }
        return new Moving(state(usual), inverse);
    }

    @Override
    MovingBuilder self() {
        return this;
    }
}
