package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Target;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sequence of its own. Lives inside the lambda of {@code sequence(...)}. */
public final class SequenceBuilder extends SequenceOptionsBuilder<SequenceBuilder> {

    private final QualifiedName name;
    private Sequence.@Nullable Owner owner;
    private @Nullable String description;
    private @Nullable String comment;

    private SequenceBuilder(QualifiedName name, Block block) {
        super(block);
        this.name = name;
    }

    static Sequence build(QualifiedName name, Consumer<SequenceBuilder> body) {
        Block block = new Block("sequence", name.display());
        SequenceBuilder builder = new SequenceBuilder(name, block);
        body.accept(builder);
        block.close();
        return new Sequence(
                name,
                builder.options(BuiltInType.BIGINT),
                builder.owner,
                Comments.of(Target.of(Target.Kind.SEQUENCE, name), builder.comment),
                builder.description);
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

    /** COMMENT ON SEQUENCE, which is stored in the database. */
    public SequenceBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    @Override
    SequenceBuilder self() {
        return this;
    }
}
