package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import dev.plinth.naming.Identifiers;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table has a column, a constraint and a trigger of one name once. Names that are different and become equal when
 * PostgreSQL cuts them are equal here.
 */
final class DuplicateName implements PartsRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<NamedPart> parts = NamedPart.of(table)
                .filter(it -> !it.kind().equals("index"))
                .map(it -> new NamedPart(it.kind(), Identifiers.truncate(it.name())))
                .toList();
        return Duplicates.of(parts).stream()
                .map(it -> error(
                        TableRule.part(table, it.name()),
                        "is the name of two " + (it.kind().equals("policy") ? "policies" : it.kind() + "s")
                                + " of the table",
                        "Rename one of the two; PostgreSQL compares the first 63 bytes."));
    }
}
