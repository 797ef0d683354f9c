package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddLabel;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Sequence;
import org.jooq.QueryPart;

/** What is no table: the renderer of each kind. */
final class ObjectRenderer {

    private final TypeDefinitionRenderer types = new TypeDefinitionRenderer();
    private final SequenceRenderer sequences = new SequenceRenderer();
    private final FunctionRenderer functions = new FunctionRenderer();

    QueryPart create(DatabaseObject object, RenderMode mode) {
        return switch (object) {
            case Sequence sequence -> sequences.create(sequence, mode);
            case EnumType type -> types.create(type);
            case Function function -> functions.create(function);
        };
    }

    QueryPart add(AddLabel added) {
        return types.add(added);
    }

    /** The query that finds the object by its name; empty where the statement itself can be repeated. */
    static String probe(DatabaseObject object) {
        return switch (object) {
            case Sequence ignored -> "";
            case EnumType type -> TypeDefinitionRenderer.probe(type.name());
            case Function function -> FunctionRenderer.probe(function);
        };
    }
}
