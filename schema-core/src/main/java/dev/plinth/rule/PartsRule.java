package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import java.util.stream.Stream;

/** A rule about what tables and views have alike: names of their parts, indexes. */
interface PartsRule extends TableRule {

    @Override
    default Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.tables().stream().flatMap(this::check),
                schema.objects(NamedQuery.class).stream().map(NamedQuery::parts).flatMap(this::check));
    }
}
