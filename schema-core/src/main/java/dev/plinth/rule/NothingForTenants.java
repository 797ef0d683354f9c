package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** What a tenant gets is what a schema declares without a namespace. */
final class NothingForTenants implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.tables().stream().map(Table::name),
                schema.objects(NamedQuery.class).stream().map(NamedQuery::name))
                .anyMatch(QualifiedName::isInDefaultNamespace)
                        ? Stream.empty()
                        : Stream.of(error(
                                schema.name(),
                                "no table or view is declared without a namespace, so a tenant would get nothing",
                                "Write table(...) instead of namespace(...).table(...) for what each tenant has."));
    }
}
