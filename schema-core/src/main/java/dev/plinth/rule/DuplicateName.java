package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table or view has a column, a constraint and a trigger of one name once. Names that are different and become equal when
 * PostgreSQL cuts them are equal here.
 */
final class DuplicateName implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            check("table", table.name(), NamedPart.of(table), problems);
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            check(ObjectWords.of(view).kind(), view.name(), NamedPart.of(view), problems);
        }
        return problems.stream();
    }

    private void check(String kind, QualifiedName owner, List<NamedPart> parts, List<Problem> problems) {
        for (NamedPart part : Duplicates.of(truncated(parts))) {
            problems.add(error(
                    owner.display() + "." + part.name(),
                    "is the name of two " + (part.kind().equals("policy") ? "policies" : part.kind() + "s")
                            + " of the " + kind,
                    "Rename one of the two; PostgreSQL compares the first 63 bytes."));
        }
    }

    /** As PostgreSQL cuts them, without the indexes, whose names are those of relations. */
    private static List<NamedPart> truncated(List<NamedPart> parts) {
        List<NamedPart> truncated = new ArrayList<>();
        for (NamedPart part : parts) {
            if (!part.kind().equals("index")) {
                truncated.add(new NamedPart(part.kind(), Identifiers.truncate(part.name())));
            }
        }
        return truncated;
    }
}
