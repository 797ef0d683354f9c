package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.Identifiers;
import java.util.stream.Stream;

/**
 * A name has 1 to 63 bytes in UTF-8 and no NUL. PostgreSQL would cut a longer one, silently.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
final class IdentifierLength implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.of(
                schema.tables().stream().flatMap(this::ofTable),
                schema.objects().stream().filter(it -> !(it instanceof Supplement || it instanceof Cast))
                        .flatMap(this::ofObject),
                schema.extensions().stream().flatMap(it -> check(it.name(), "extension", it.name())),
                schema.extensions().stream()
                        .filter(it -> it.namespace() != null)
                        .flatMap(it -> check(it.name(), "namespace", String.valueOf(it.namespace()))))
                .flatMap(it -> it);
    }

    private Stream<Problem> ofObject(DatabaseObject object) {
        ObjectWords words = ObjectWords.of(object);
        return Stream.of(
                check(words.subject(), "namespace", object.name().namespace()),
                check(words.subject(), words.kind(), object.name().name()),
                NamedPart.of(object).flatMap(it -> check(words.subject(), it.kind(), it.name())))
                .flatMap(it -> it);
    }

    private Stream<Problem> ofTable(Table table) {
        String subject = table.name().display();
        Stream<Problem> names = Stream.concat(
                check(subject, "namespace", table.name().namespace()),
                check(subject, "table", table.name().name()));
        return Stream.of(
                names,
                NamedPart.of(table).flatMap(it -> check(TableRule.part(table, it.name()), it.kind(), it.name())),
                table.triggers().stream().flatMap(it -> transitionTables(table, it)))
                .flatMap(it -> it);
    }

    private Stream<Problem> transitionTables(Table table, Trigger trigger) {
        return Stream.of(trigger.transitionTables())
                .flatMap(it -> Stream.concat(Stream.ofNullable(it.oldTable()), Stream.ofNullable(it.newTable())))
                .flatMap(name -> check(TableRule.part(table, trigger.name()), "transition table", name));
    }

    private Stream<Problem> check(String subject, String kind, String name) {
        int bytes = Identifiers.length(name);
        if (bytes == 0) {
            return Stream.of(error(subject, "the name of a " + kind + " is empty", "Give it a name."));
        }
        if (name.indexOf('\0') >= 0) {
            String shown = subject.replace("\0", "\\0");
            return Stream.of(error(shown, "the name of the " + kind + " contains NUL", "Leave the character out."));
        }
        return bytes > Identifiers.MAX_BYTES ? Stream.of(tooLong(subject, kind, name, bytes)) : Stream.empty();
    }

    private Problem tooLong(String subject, String kind, String name, int bytes) {
        String message = "the name of the " + kind + " has " + bytes + " bytes, and PostgreSQL keeps "
                + Identifiers.MAX_BYTES + ": \"" + Identifiers.truncate(name) + "\"";
        return error(subject, message, "Choose a shorter name.");
    }
}
