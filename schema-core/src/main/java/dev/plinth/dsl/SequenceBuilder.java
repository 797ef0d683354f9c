package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Sequence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sequence of its own. Lives inside the lambda of {@code sequence(...)}. */
public final class SequenceBuilder extends SequenceOptionsBuilder<SequenceBuilder> {

    private final QualifiedName name;
    private Sequence.@Nullable Owner owner;
    private @Nullable String description;

    private SequenceBuilder(QualifiedName name, Block block) {
        super(block);
        this.name = name;
    }

    static Sequence build(QualifiedName name, Consumer<SequenceBuilder> body) {
        Block block = new Block("sequence", name.display());
        SequenceBuilder builder = new SequenceBuilder(name, block);
        body.accept(builder);
        block.close();
        return new Sequence(name, builder.options(BuiltInType.BIGINT), builder.owner, builder.description);
    }

    /** OWNED BY a column of a table in the same namespace: the sequence goes when the column goes. */
    public SequenceBuilder ownedBy(String table, String column) {
        block.requireUnsaid("ownedBy(...)", owner);
        owner = new Sequence.Owner(name.sibling(table), column);
        return this;
    }

    /** Documentation that stays in the model. */
    public SequenceBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    @Override
    SequenceBuilder self() {
        return this;
    }
}
