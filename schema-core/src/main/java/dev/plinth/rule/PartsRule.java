package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rule about what tables and views have alike: names of their parts, indexes. */
interface PartsRule extends TableRule {

    @Override
    default Stream<Problem> check(Schema schema) {
        List<Table> tables = new ArrayList<>(schema.tables());
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            tables.add(view.parts());
        }
        return tables.stream().flatMap(this::check);
    }
}
