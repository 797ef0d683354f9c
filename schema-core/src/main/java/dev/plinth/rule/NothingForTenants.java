package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** What a tenant gets is what a schema declares without a namespace. */
final class NothingForTenants implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream().map(Table::name).anyMatch(name -> name.isInDefaultNamespace())
                ? Stream.empty()
                : Stream.of(error(
                        schema.name(),
                        "no table is declared without a namespace, so a tenant would get nothing",
                        "Write table(...) instead of namespace(...).table(...) for what each tenant has."));
    }
}
