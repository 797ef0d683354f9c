package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The referenced columns, in any order, are a primary key, a unique constraint or a whole unique index, and none that is
 * deferrable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
final class UnkeyedReference implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.constraints(ForeignKey.class).stream()
                .flatMap(key -> schema.table(key.target()).stream()
                        .flatMap(target -> check(table, key, target, schema))));
    }

    private Stream<Problem> check(Table table, ForeignKey key, Table target, Schema schema) {
        List<String> columns = key.targetColumns();
        boolean known = columns.stream().allMatch(it -> target.column(it).isPresent());
        Stream<List<String>> keys = aboveAndSelf(target, schema).stream().flatMap(UnkeyedReference::keys);
        if (columns.isEmpty() || !known || keys.anyMatch(it -> Set.copyOf(it).equals(Set.copyOf(columns)))) {
            return Stream.empty();
        }
        String names = String.join(", ", columns);
        String message = "references (" + names + ") of " + target.name().display() + ", which is no key";
        String remedy = "Declare unique(" + names + ") on " + target.name().display() + ".";
        return Stream.of(error(TableRule.part(table, key.name()), message, remedy));
    }

    /** A partition has the keys of the tables above it. */
    private static Collection<Table> aboveAndSelf(Table target, Schema schema) {
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        Optional<Table> next = Optional.of(target);
        while (next.isPresent() && tables.putIfAbsent(next.get().name(), next.get()) == null) {
            next = Optional.ofNullable(next.get().options().partitionOf()).flatMap(of -> schema.table(of.table()));
        }
        return tables.values();
    }

    private static Stream<List<String>> keys(Table table) {
        return Stream.of(
                table.constraints(PrimaryKey.class).stream()
                        .filter(key -> !key.options().isDeferrable())
                        .map(PrimaryKey::columns),
                table.constraints(Unique.class).stream()
                        .filter(key -> !key.options().isDeferrable())
                        .map(Unique::columns),
                table.indexes().stream().flatMap(UnkeyedReference::uniqueColumns))
                .flatMap(it -> it);
    }

    private static Stream<List<String>> uniqueColumns(Index index) {
        List<String> columns = index.keys().stream()
                .flatMap(
                        it -> it.target() instanceof Target.OfColumn column ? Stream.of(column.name()) : Stream.empty())
                .toList();
        boolean whole = index.unique() && index.predicate() == null && columns.size() == index.keys().size();
        return whole ? Stream.of(columns) : Stream.empty();
    }
}
