package dev.plinth.dsl;

import dev.plinth.model.dynamo.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes of a DynamoDB table have in common. It projects all attributes where nothing else is said.
 *
 * @param <S> the statement itself
 */
public abstract sealed class DynamoIndexStatement<S extends DynamoIndexStatement<S>> implements Block.Statement
        permits GlobalIndexStatement, LocalIndexStatement, VectorIndexStatement {

    final DynamoDraft table;
    final String name;
    private final String word;
    private @Nullable Projection projection;
    private @Nullable String description;

    DynamoIndexStatement(DynamoDraft table, String word, String name) {
        this.table = table;
        this.word = word;
        this.name = name;
    }

    abstract S self();

    /** The index holds every attribute of an item; the default. */
    public S projectAll() {
        return project(new Projection.All());
    }

    /** The index holds the keys only. */
    public S projectKeysOnly() {
        return project(new Projection.KeysOnly());
    }

    /** The index holds the keys and these attributes, 1 to 20. */
    public S projectInclude(AttributeHandle first, AttributeHandle... more) {
        return project(new Projection.Include(table.names(first, more)));
    }

    private S project(Projection wanted) {
        table.requireOpen();
        if (projection != null) {
            throw table.refusal(title() + " already has its projection", "Say it once.");
        }
        projection = wanted;
        return self();
    }

    /** Documentation that stays in the model. */
    public S describe(String text) {
        table.requireOpen();
        description = text;
        return self();
    }

    @Override
    public String title() {
        return word + "(\"" + name + "\")";
    }

    Projection projection() {
        return projection == null ? new Projection.All() : projection;
    }

    @Nullable
    String description() {
        return description;
    }

    /** The names of a word that takes all its attributes in one call. */
    List<String> once(String key, List<String> earlier, List<String> names) {
        if (!earlier.isEmpty()) {
            String message = title() + " already says " + key + "(" + String.join(", ", earlier) + ")";
            throw table.refusal(message, "Name all attributes in one call.");
        }
        return names;
    }

    <T> Said<T> saidOnce(String key) {
        return new Said<>(title() + ": " + key);
    }
}
