package dev.plinth.diff;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Generation;
import java.util.Optional;

/** What newer servers have and older ones have not, with what to do about it. */
final class ServerFeatures {

    private static final int VIRTUAL_COLUMNS = 18;
    private static final int BUILTIN_COLLATIONS = 17;
    private static final int COLLATION_RULES = 16;
    private static final int FREE_SCALE = 15;

    private ServerFeatures() {}

    /** Why a server cannot have the column; nothing where it can. */
    static Optional<String> obstacle(Column column, int server) {
        if (server < VIRTUAL_COLUMNS
                && column.generation() instanceof Generation.Computed computed
                && !computed.stored()) {
            return needs(
                    "the virtual column " + column.name(), VIRTUAL_COLUMNS, server,
                    "store it with generatedAlwaysAs(...)");
        }
        return server < FREE_SCALE && hasFreeScale(column.type())
                ? needs("the scale of " + column.name(), FREE_SCALE, server, "use a scale from 0 to the precision")
                : Optional.empty();
    }

    /** Why a server cannot have the object; nothing where it can. */
    static Optional<String> obstacle(DatabaseObject object, int server) {
        if (!(object instanceof Collation collation)) {
            return Optional.empty();
        }
        if (server < BUILTIN_COLLATIONS && collation.provider() == Collation.Provider.BUILTIN) {
            return needs("the provider BUILTIN", BUILTIN_COLLATIONS, server, "use ICU or LIBC");
        }
        return server < COLLATION_RULES && collation.rules() != null
                ? needs("rules(...)", COLLATION_RULES, server, "leave them out")
                : Optional.empty();
    }

    private static boolean hasFreeScale(ColumnType type) {
        return type instanceof ColumnType.BuiltIn builtIn
                && builtIn.name() == BuiltInType.NUMERIC
                && builtIn.modifiers().size() == 2
                && (builtIn.modifiers().get(1) < 0
                        || builtIn.modifiers().get(1) > builtIn.modifiers().get(0));
    }

    private static Optional<String> needs(String what, int version, int server, String instead) {
        return Optional.of(what + " needs PostgreSQL " + version + ", and the server is " + server + "; " + instead);
    }
}
