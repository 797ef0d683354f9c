package dev.plinth.dsl;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.UserType;
import java.util.stream.Stream;

/** Tells what is used from that it is used: a column keeps the name of its type, the schema gets the definition. */
final class Definitions {

    private Definitions() {}

    /** The type with the types that a schema creates by their names only. */
    static ColumnType reference(ColumnType type) {
        return switch (type) {
            case UserType defined -> defined.reference();
            case ColumnType.Array array -> new ColumnType.Array(reference(array.element()));
            case ColumnType.Named named -> named;
            case ColumnType.BuiltIn builtIn -> builtIn;
            case ColumnType.OfExtension ofExtension -> ofExtension;
            case ColumnType.Native text -> text;
        };
    }

    /** What has to be defined for a type, in the order in which it can be. */
    static Stream<DatabaseObject> of(ColumnType type) {
        return switch (type) {
            case UserType defined -> of((DatabaseObject) defined);
            case ColumnType.Array array -> of(array.element());
            case ColumnType.Named ignored -> Stream.empty();
            case ColumnType.BuiltIn ignored -> Stream.empty();
            case ColumnType.OfExtension ignored -> Stream.empty();
            case ColumnType.Native ignored -> Stream.empty();
        };
    }

    /** An object behind what it is made of, each with the others by their names only. */
    static Stream<DatabaseObject> of(DatabaseObject object) {
        return switch (object) {
            case EnumType type -> Stream.of(type);
            case Sequence sequence -> Stream.of(sequence);
            case Function function -> Stream.of(function);
        };
    }
}
