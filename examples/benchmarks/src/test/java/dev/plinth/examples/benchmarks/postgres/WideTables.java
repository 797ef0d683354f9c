package dev.plinth.examples.benchmarks.postgres;

import static dev.plinth.dsl.Expressions.emptyJsonObject;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;

/** Tables of twelve columns, five indexes, one or two foreign keys, three checks and a trigger each. */
public final class WideTables {

    private static final Function TOUCH = triggerFunction("touch", """
            BEGIN
                NEW.updated_at = now();
                RETURN NEW;
            END;
            """);

    private WideTables() {}

    public static Schema of(int count) {
        List<Table> tables = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tables.add(one(number, tables));
        }
        return schema("wide", tables.toArray(Table[]::new));
    }

    private static Table one(int number, List<Table> before) {
        return table("table_" + number, t -> {
            t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
            var tenant = t.column("tenant_id", uuid()).notNull();
            var parent = t.column("parent_id", uuid());
            var code = t.column("code", varchar(40)).notNull();
            t.column("title", varchar(200)).notNull();
            t.column("description", text());
            var status = t.column("status", varchar(20)).notNull().oneOf("draft", "active", "closed");
            t.column("amount", numeric(12, 2));
            t.column("version", bigint()).notNull().defaultTo(literal(0));
            t.column("enabled", bool()).notNull().defaultTo(literal(true));
            var attributes = t.column("attributes", jsonb()).notNull().defaultTo(emptyJsonObject());
            var updated = t.column("updated_at", timestampWithTimeZone()).notNull().defaultTo(now());
            if (number > 0) {
                t.foreignKey(parent).references(before.get(number - 1));
            }
            if (number > 1) {
                t.foreignKey(tenant).references(before.get(number / 2));
            }
            t.check("amount_" + number, "amount >= 0");
            t.check("version_" + number, "version >= 0");
            t.unique(tenant, code);
            t.index(tenant, status);
            t.index(updated.desc());
            t.index(attributes).using(GIN);
            t.trigger("touch_" + number).before(UPDATE).forEachRow().execute(TOUCH);
        });
    }
}
