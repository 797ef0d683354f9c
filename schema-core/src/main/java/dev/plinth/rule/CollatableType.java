package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.naming.TypeNames;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Only texts are collated, and only ICU can call texts of other bytes equal or take rules.
 *
 * @see <a href="https://www.postgresql.org/docs/current/collation.html">Collation Support</a>
 */
final class CollatableType implements Rule {

    private static final Set<BuiltInType> TEXTS = Set.of(
            BuiltInType.TEXT, BuiltInType.VARCHAR, BuiltInType.CHAR, BuiltInType.BPCHAR, BuiltInType.NAME);

    @Override
    public Stream<Problem> check(Schema schema) {
        Stream<Problem> columns = schema.tables().stream().flatMap(table -> table.columns().stream()
                .filter(column -> column.collation() != null)
                .flatMap(column -> check(TableRule.part(table, column.name()), column.type())));
        Stream<Problem> domains = schema.objects(DomainType.class).stream()
                .filter(domain -> domain.collation() != null)
                .flatMap(domain -> check(domain.name().display(), domain.base()));
        Stream<Problem> attributes = schema.objects(CompositeType.class).stream()
                .flatMap(type -> type.attributes().stream()
                        .filter(attribute -> attribute.collation() != null)
                        .flatMap(attribute -> check(type.name().display() + "." + attribute.name(), attribute.type())));
        return Stream.of(columns, domains, attributes, schema.objects(Collation.class).stream().flatMap(this::check))
                .flatMap(it -> it);
    }

    private Stream<Problem> check(String subject, ColumnType type) {
        ColumnType innermost = type instanceof ColumnType.Array array ? array.element() : type;
        boolean isOther = innermost instanceof ColumnType.BuiltIn builtIn && !TEXTS.contains(builtIn.name());
        return isOther
                ? Stream.of(error(subject, TypeNames.of(type) + " has no collation", "Leave collate(...) out."))
                : Stream.empty();
    }

    private Stream<Problem> check(Collation collation) {
        boolean isIcu = collation.provider() == Collation.Provider.ICU;
        return isIcu || collation.deterministic() && collation.rules() == null
                ? Stream.empty()
                : Stream.of(error(
                        collation.name().display(),
                        "only ICU knows notDeterministic() and rules(...)",
                        "Say provider(ICU), with a language tag as the locale."));
    }
}
