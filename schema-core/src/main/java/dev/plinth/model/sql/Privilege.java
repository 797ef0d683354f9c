package dev.plinth.model.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A privilege on an object.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
public enum Privilege implements Privileged {
    /** Whatever the kind of object has, on the server that it is granted on. */
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    /** VACUUM, REINDEX and the like; since PostgreSQL 17. */
    MAINTAIN,
    USAGE,
    EXECUTE,
    CREATE;

    /** The first version that has MAINTAIN. */
    public static final int MAINTAIN_SINCE = 17;

    private static final List<Privilege> TABLE = List.of(SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER);
    private static final List<Privilege> COLUMN = List.of(SELECT, INSERT, UPDATE, REFERENCES);
    private static final List<Privilege> SEQUENCE = List.of(SELECT, UPDATE, USAGE);

    @Override
    public Privilege privilege() {
        return this;
    }

    /** All that there are on an object of a kind; none where nothing can be granted. */
    public static List<Privilege> of(Target.Kind kind, int serverVersion) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> withMaintain(serverVersion);
            case COLUMN -> COLUMN;
            case SEQUENCE -> SEQUENCE;
            case FUNCTION, PROCEDURE -> List.of(EXECUTE);
            case TYPE, DOMAIN -> List.of(USAGE);
            case NAMESPACE -> List.of(USAGE, CREATE);
            case CONSTRAINT, INDEX, TRIGGER, RULE, POLICY, DOMAIN_CONSTRAINT, COLLATION, OPERATOR, CAST, STATISTICS,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION ->
                List.of();
        };
    }

    private static List<Privilege> withMaintain(int serverVersion) {
        List<Privilege> all = new ArrayList<>(TABLE);
        if (serverVersion >= MAINTAIN_SINCE) {
            all.add(MAINTAIN);
        }
        return all;
    }
}
