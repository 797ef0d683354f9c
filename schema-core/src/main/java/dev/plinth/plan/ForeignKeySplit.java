package dev.plinth.plan;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tables in the order of their creation, each followed by its constraints that have to wait. */
final class ForeignKeySplit {

    private final KeysToCome keysToCome;
    private final List<Table> tables;
    private final Set<QualifiedName> notYetCreated = new HashSet<>();

    /** @param tables in the order of their creation */
    ForeignKeySplit(KeysToCome keysToCome, List<Table> tables) {
        this.keysToCome = keysToCome;
        this.tables = tables;
    }

    Stream<SqlChange> changes() {
        tables.forEach(table -> notYetCreated.add(table.name()));
        return tables.stream().flatMap(this::split);
    }

    private Stream<SqlChange> split(Table table) {
        notYetCreated.remove(table.name());
        List<Constraint> waiting = table.constraints().stream().filter(this::hasToWait).toList();
        List<Constraint> inside = table.constraints().stream().filter(key -> !waiting.contains(key)).toList();
        return Stream.concat(
                Stream.of(new CreateTable(table.withConstraints(inside))),
                waiting.stream().map(key -> new AddConstraint(table.name(), key)));
    }

    /** PostgreSQL takes what is NOT VALID inside CREATE TABLE for valid, as there are no rows. */
    private boolean hasToWait(Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                || constraint instanceof ForeignKey key
                        && (notYetCreated.contains(key.target()) || keysToCome.concern(key));
    }
}
