package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name has 1 to 63 bytes in UTF-8 and no NUL. PostgreSQL would cut a longer one, silently.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
final class IdentifierLength implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            checkTable(table, problems);
        }
        for (DatabaseObject object : schema.objects()) {
            if (!(object instanceof Supplement || object instanceof Cast)) {
                checkObject(object, problems);
            }
        }
        for (Extension extension : schema.extensions()) {
            check(extension.name(), "extension", extension.name(), problems);
        }
        for (Extension extension : schema.extensions()) {
            String namespace = extension.namespace();
            if (namespace != null) {
                check(extension.name(), "namespace", namespace, problems);
            }
        }
        return problems.stream();
    }

    private void checkObject(DatabaseObject object, List<Problem> problems) {
        ObjectWords words = ObjectWords.of(object);
        check(words.subject(), "namespace", object.name().namespace(), problems);
        check(words.subject(), words.kind(), object.name().name(), problems);
        for (NamedPart part : NamedPart.of(object)) {
            check(words.subject(), part.kind(), part.name(), problems);
        }
    }

    private void checkTable(Table table, List<Problem> problems) {
        String subject = table.name().display();
        check(subject, "namespace", table.name().namespace(), problems);
        check(subject, "table", table.name().name(), problems);
        for (NamedPart part : NamedPart.of(table)) {
            if (!isFine(part.name())) {
                check(TableRule.part(table, part.name()), part.kind(), part.name(), problems);
            }
        }
        for (Trigger trigger : table.triggers()) {
            String part = TableRule.part(table, trigger.name());
            checkTransitionTable(part, trigger.transitionTables().oldTable(), problems);
            checkTransitionTable(part, trigger.transitionTables().newTable(), problems);
        }
    }

    private void checkTransitionTable(String subject, @Nullable String name, List<Problem> problems) {
        if (name != null) {
            check(subject, "transition table", name, problems);
        }
    }

    private static boolean isFine(String name) {
        return !name.isEmpty() && name.indexOf('\0') < 0 && Identifiers.length(name) <= Identifiers.MAX_BYTES;
    }

    private void check(String subject, String kind, String name, List<Problem> problems) {
        if (isFine(name)) {
            return;
        }
        int bytes = Identifiers.length(name);
        if (bytes == 0) {
            problems.add(error(subject, "the name of a " + kind + " is empty", "Give it a name."));
        } else if (name.indexOf('\0') >= 0) {
            String shown = subject.replace("\0", "\\0");
            problems.add(error(shown, "the name of the " + kind + " contains NUL", "Leave the character out."));
        } else {
            problems.add(tooLong(subject, kind, name, bytes));
        }
    }

    private Problem tooLong(String subject, String kind, String name, int bytes) {
        String message = "the name of the " + kind + " has " + bytes + " bytes, and PostgreSQL keeps "
                + Identifiers.MAX_BYTES + ": \"" + Identifiers.truncate(name) + "\"";
        return error(subject, message, "Choose a shorter name.");
    }
}
