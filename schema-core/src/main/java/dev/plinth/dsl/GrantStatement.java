package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Privileged;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import java.util.List;
import java.util.stream.Stream;

/** GRANT privileges; go on with {@code on} and {@code to}. */
public final class GrantStatement {

    private final List<Privilege> privileges;

    GrantStatement(List<Privilege> privileges) {
        this.privileges = privileges;
    }

    static List<Privilege> privileges(Privileged first, Privileged... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).map(Privileged::privilege).toList();
    }

    /** ON TABLE. */
    public Receiver on(Table table) {
        return new Receiver(Target.of(Kind.TABLE, table.name()), List.of());
    }

    /** On columns of a table: {@code GRANT SELECT (a, b) ON TABLE}. */
    public Receiver on(Table table, String column, String... more) {
        return new Receiver(
                Target.of(Kind.TABLE, table.name()),
                Stream.concat(Stream.of(column), Stream.of(more)).toList());
    }

    /** On columns of a view: {@code GRANT SELECT (a, b) ON TABLE}. */
    public Receiver on(NamedQuery view, String column, String... more) {
        return new Receiver(
                Target.of(view), Stream.concat(Stream.of(column), Stream.of(more)).toList());
    }

    /** ON FUNCTION, PROCEDURE, SEQUENCE, TYPE or DOMAIN, and ON TABLE of views, whatever it is. */
    public Receiver on(DatabaseObject object) {
        return new Receiver(Target.of(object), List.of());
    }

    /** ON SCHEMA. */
    public Receiver on(Namespace namespace) {
        return new Receiver(Target.namespace(namespace.name()), List.of());
    }

    /** ON SEQUENCE: that of a serial or identity column in the namespace {@code public}, by its name. */
    public Receiver onSequence(String name) {
        return onSequence(QualifiedName.of(name));
    }

    /** ON SEQUENCE: that of a serial or identity column of any namespace. */
    public Receiver onSequence(QualifiedName name) {
        return new Receiver(Target.of(Kind.SEQUENCE, name), List.of());
    }

    /** A GRANT that has yet to say to whom. */
    public final class Receiver {

        private final Target target;
        private final List<String> columns;

        private Receiver(Target target, List<String> columns) {
            this.target = target;
            this.columns = columns;
        }

        /** TO roles, which exist: Plinth creates none. */
        public Grant to(String role, String... more) {
            return grant(Stream.concat(Stream.of(role), Stream.of(more)).toList());
        }

        /** TO PUBLIC: everybody who can connect. */
        public Grant toPublic() {
            return grant(List.of());
        }

        private Grant grant(List<String> roles) {
            return new Grant(target, privileges, columns, roles, false, false);
        }
    }
}
