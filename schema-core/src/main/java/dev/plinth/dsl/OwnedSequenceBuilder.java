package dev.plinth.dsl;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.OwnedSequence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sequence behind a serial or identity column. Lives inside the lambda that is given to the column. */
public final class OwnedSequenceBuilder extends SequenceOptionsBuilder<OwnedSequenceBuilder> {

    private final Consumer<String> comments;
    private @Nullable String name;
    private @Nullable String comment;

    private OwnedSequenceBuilder(Block block, Consumer<String> comments) {
        super(block);
        this.comments = comments;
    }

    /**
     * The name is empty where none is given.
     *
     * @param comments is told the comment, where there is one
     */
    static OwnedSequence build(
            String subject, BuiltInType type, Consumer<OwnedSequenceBuilder> body, Consumer<String> comments) {
        Block block = new Block("column", subject);
        OwnedSequenceBuilder builder = new OwnedSequenceBuilder(block, comments);
        body.accept(builder);
        block.close();
        return new OwnedSequence(builder.name == null ? "" : builder.name, builder.options(type));
    }

    /** SEQUENCE NAME: another one than PostgreSQL's own {@code table_column_seq}. */
    public OwnedSequenceBuilder sequenceName(String sequence) {
        block.requireUnsaid("sequenceName(...)", name);
        name = sequence;
        return this;
    }

    /** COMMENT ON SEQUENCE, which is stored in the database. */
    public OwnedSequenceBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        comments.accept(text);
        return this;
    }

    @Override
    OwnedSequenceBuilder self() {
        return this;
    }
}
