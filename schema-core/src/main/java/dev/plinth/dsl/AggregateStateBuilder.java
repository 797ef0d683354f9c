package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.AggregateState.Last;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of an aggregate: that over all rows, and that over a window that moves. */
abstract sealed class AggregateStateBuilder<B> permits AggregateBuilder, MovingAggregateBuilder {

    final Block block;
    final List<DatabaseObject> objects;
    private @Nullable QualifiedName function;
    private @Nullable ColumnType type;
    private @Nullable Integer space;
    private @Nullable String initial;
    private @Nullable QualifiedName last;
    private boolean extra;
    private @Nullable Modify modify;

    AggregateStateBuilder(Block block, List<DatabaseObject> objects) {
        this.block = block;
        this.objects = objects;
    }

    abstract B self();

    /** SFUNC: a function of the schema, which comes into it with the aggregate. */
    public B sfunc(Function ofSchema) {
        return sfunc(used(ofSchema));
    }

    /** SFUNC that is there already: {@code namespace("pg_catalog").named("int4pl")}. */
    public B sfunc(QualifiedName existing) {
        block.requireUnsaid("sfunc(...)", function);
        function = existing;
        return self();
    }

    /** STYPE. */
    public B stype(ColumnType ofState) {
        block.requireUnsaid("stype(...)", type);
        block.requireType("stype", ofState);
        type = ofState;
        return self();
    }

    /** SSPACE: the average size of a state, in bytes. */
    public B sspace(int bytes) {
        block.requireUnsaid("sspace(...)", space);
        space = bytes;
        return self();
    }

    /** INITCOND: the state before the first row, as text. */
    public B initcond(String text) {
        block.requireUnsaid("initcond(...)", initial);
        initial = text;
        return self();
    }

    /** FINALFUNC: a function of the schema, which comes into it with the aggregate. */
    public B finalfunc(Function ofSchema) {
        return finalfunc(used(ofSchema));
    }

    /** FINALFUNC that is there already. */
    public B finalfunc(QualifiedName existing) {
        block.requireUnsaid("finalfunc(...)", last);
        last = existing;
        return self();
    }

    /** FINALFUNC_EXTRA: the final function is called with nulls for the arguments, too. */
    public B finalfuncExtra() {
        block.requireOpen();
        extra = true;
        return self();
    }

    /** FINALFUNC_MODIFY; READ_ONLY where nothing is said, READ_WRITE for an ordered-set aggregate. */
    public B finalfuncModify(Modify wanted) {
        block.requireUnsaid("finalfuncModify(...)", modify);
        modify = wanted;
        return self();
    }

    final QualifiedName used(Function ofSchema) {
        objects.add(ofSchema);
        return ofSchema.name();
    }

    final AggregateState state(Modify usual) {
        if (function == null || type == null) {
            throw block.refusal(function == null ? "has no sfunc" : "has no stype",
                    function == null ? "Add .sfunc(FUNCTION)." : "Add .stype(type).");
        }
        if (last == null && (extra || modify != null)) {
            throw block.refusal("says finalfuncExtra() or finalfuncModify(...) of no finalfunc",
                    "Add .finalfunc(...).");
        }
        return new AggregateState(
                function,
                type,
                space == null ? 0 : space,
                initial,
                last == null ? null : new Last(last, extra, modify == null ? usual : modify));
    }
}
