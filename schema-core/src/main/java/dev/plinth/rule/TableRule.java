package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** A rule that looks at one PostgreSQL table at a time. */
interface TableRule extends Rule {

    Stream<Problem> check(Table table);

    @Override
    default Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(this::check);
    }

    /** The subject of a problem with a part of a table. */
    static String part(Table table, String name) {
        return table.name().display() + "." + name;
    }
}
