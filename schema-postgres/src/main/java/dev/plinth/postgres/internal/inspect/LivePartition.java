package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a partition has because its table has it: it is not declared again, so it is named where it is otherwise than PostgreSQL
 * makes it for a new partition.
 */
final class LivePartition {

    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    private static final String ITS_NAME = "its name";

    private final LiveTable live;
    private final LiveTable whole;

    /** @param whole the table that it is a partition of */
    LivePartition(LiveTable live, LiveTable whole) {
        this.live = live;
        this.whole = whole;
    }

    Stream<Unmodelled> unmodelled() {
        return Stream.of(
                inherited(live.indexes()).flatMap(this::ofIndex),
                inherited(live.constraints()).flatMap(this::ofConstraint),
                inherited(live.triggers()).flatMap(this::ofTrigger))
                .flatMap(found -> found);
    }

    static <T> Stream<Live<T>> inherited(List<Live<T>> parts) {
        return parts.stream().filter(part -> part.state() == Live.State.INHERITED);
    }

    private Stream<Unmodelled> ofIndex(Live<Index> found) {
        Index index = found.object();
        boolean isSame = whole.indexes().stream()
                .anyMatch(it -> it.object().named(index.name()).equals(index)
                        && it.unmodelled().equals(found.unmodelled()));
        if (!isSame) {
            return named("index", index.name(), "what it has otherwise than that of " + whole.name().display());
        }
        return unlessUsual("index", index.name(),
                DefaultNames.index(live.name().name(), words(index.keys(), index.include()), Set.of()));
    }

    private Stream<Unmodelled> ofConstraint(Live<Constraint> found) {
        Constraint constraint = found.object();
        String table = live.name().name();
        String name = constraint.name();
        return switch (constraint) {
            case Constraint.PrimaryKey ignored -> unlessUsual("constraint", name,
                    DefaultNames.primaryKey(table, Set.of()));
            case Constraint.Unique key -> unlessUsual("constraint", name, DefaultNames.unique(table,
                    Stream.concat(key.columns().stream(), key.options().include().stream()).toList(), Set.of()));
            case Constraint.Exclusion key -> unlessUsual("constraint", name, DefaultNames.exclusion(table,
                    words(key.elements().stream().map(Constraint.Exclusion.Element::key).toList(),
                            key.options().include()),
                    Set.of()));
            case Constraint.Check ignored -> unlessAbove(name);
            case Constraint.ForeignKey ignored -> unlessAbove(name);
        };
    }

    private Stream<Unmodelled> unlessAbove(String name) {
        return whole.constraints().stream().anyMatch(it -> it.object().name().equals(name))
                ? Stream.empty()
                : named("constraint", name, ITS_NAME);
    }

    /** A number is what PostgreSQL puts behind a name that is taken. */
    private Stream<Unmodelled> unlessUsual(String kind, String name, String usual) {
        return bare(name).equals(bare(usual)) ? Stream.empty() : named(kind, name, ITS_NAME);
    }

    private static String bare(String name) {
        return NUMBER.matcher(name).replaceFirst("");
    }

    private Stream<Unmodelled> ofTrigger(Live<Trigger> found) {
        boolean isSame = whole.triggers().stream()
                .filter(it -> it.object().name().equals(found.object().name()))
                .anyMatch(it -> it.unmodelled().equals(found.unmodelled()));
        return isSame
                ? Stream.empty()
                : named("trigger", found.object().name(), found.unmodelled().isEmpty()
                        ? "ENABLE TRIGGER"
                        : String.join(", ", found.unmodelled()));
    }

    private Stream<Unmodelled> named(String kind, String name, String fact) {
        return Stream.of(new Unmodelled(kind + " " + name + " on " + live.name().display(), fact));
    }

    private static List<String> words(List<IndexKey> keys, List<String> include) {
        Stream<String> words = keys.stream().map(key -> switch (key.target()) {
            case IndexKey.Target.OfColumn(String column) -> column;
            case IndexKey.Target.OfExpression(Expression.Sql(String text)) -> DefaultNames.indexKey(text);
            case IndexKey.Target.OfExpression ignored -> "expr";
        });
        return Stream.concat(words, include.stream()).toList();
    }
}
