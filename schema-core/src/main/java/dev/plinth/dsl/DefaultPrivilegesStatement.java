package dev.plinth.dsl;

import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Privileged;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ALTER DEFAULT PRIVILEGES IN SCHEMA; go on with {@code grant}, what on, and {@code to}. */
public final class DefaultPrivilegesStatement {

    private final Namespace namespace;
    private final @Nullable String creator;

    DefaultPrivilegesStatement(Namespace namespace, @Nullable String creator) {
        this.namespace = namespace;
        this.creator = creator;
    }

    /** FOR ROLE: of the objects that this role creates; of the role that applies where nothing is said. */
    public DefaultPrivilegesStatement forRole(String role) {
        return new DefaultPrivilegesStatement(namespace, role);
    }

    /** GRANT privileges. */
    public Objects grant(Privileged first, Privileged... more) {
        return new Objects(GrantStatement.privileges(first, more));
    }

    /** GRANT ALL PRIVILEGES that the kind of object has. */
    public Objects grantAll() {
        return new Objects(List.of(Privilege.ALL));
    }

    /** Privileges that have yet to say on what. */
    public final class Objects {

        private final List<Privilege> privileges;

        private Objects(List<Privilege> privileges) {
            this.privileges = privileges;
        }

        /** ON TABLES: views too. */
        public Receiver onTables() {
            return new Receiver(privileges, Kind.TABLE);
        }

        /** ON SEQUENCES. */
        public Receiver onSequences() {
            return new Receiver(privileges, Kind.SEQUENCE);
        }

        /** ON FUNCTIONS: procedures too. */
        public Receiver onFunctions() {
            return new Receiver(privileges, Kind.FUNCTION);
        }

        /** ON TYPES: domains too. */
        public Receiver onTypes() {
            return new Receiver(privileges, Kind.TYPE);
        }
    }

    /** Default privileges that have yet to say to whom. */
    public final class Receiver {

        private final List<Privilege> privileges;
        private final Kind objects;

        private Receiver(List<Privilege> privileges, Kind objects) {
            this.privileges = privileges;
            this.objects = objects;
        }

        /** TO roles, which exist: Plinth creates none. */
        public DefaultPrivileges to(String role, String... more) {
            return make(Stream.concat(Stream.of(role), Stream.of(more)).toList());
        }

        /** TO PUBLIC: everybody who can connect. */
        public DefaultPrivileges toPublic() {
            return make(List.of());
        }

        private DefaultPrivileges make(List<String> roles) {
            return new DefaultPrivileges(
                    Target.namespace(namespace.name()), creator, objects, privileges, roles, false);
        }
    }
}
