package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
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
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.collation() != null) {
                    check(TableRule.part(table, column.name()), column.type(), problems);
                }
            }
        }
        for (DomainType domain : schema.objects(DomainType.class)) {
            if (domain.collation() != null) {
                check(domain.name().display(), domain.base(), problems);
            }
        }
        for (CompositeType type : schema.objects(CompositeType.class)) {
            check(type, problems);
        }
        for (Collation collation : schema.objects(Collation.class)) {
            check(collation, problems);
        }
        return problems.stream();
    }

    private void check(CompositeType type, List<Problem> problems) {
        for (CompositeType.Attribute attribute : type.attributes()) {
            if (attribute.collation() != null) {
                check(type.name().display() + "." + attribute.name(), attribute.type(), problems);
            }
        }
    }

    private void check(String subject, ColumnType type, List<Problem> problems) {
        ColumnType innermost = type instanceof ColumnType.Array array ? array.element() : type;
        if (innermost instanceof ColumnType.BuiltIn builtIn && !TEXTS.contains(builtIn.name())) {
            problems.add(error(subject, TypeNames.of(type) + " has no collation", "Leave collate(...) out."));
        }
    }

    private void check(Collation collation, List<Problem> problems) {
        boolean isIcu = collation.provider() == Collation.Provider.ICU;
        if (!isIcu && (!collation.deterministic() || collation.rules() != null)) {
            problems.add(error(
                    collation.name().display(),
                    "only ICU knows notDeterministic() and rules(...)",
                    "Say provider(ICU), with a language tag as the locale."));
        }
    }
}
