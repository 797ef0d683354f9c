package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.Mixin;
import dev.plinth.model.sql.Function;

/** What many tables have in common. */
final class Mixins {

    /** The primary key of every table. */
    static final Mixin<ColumnHandle> ID =
            t -> t.column("id", uuid()).primaryKey().defaultTo(randomUuid()).describe("Primary key");

    /** The tenant that a row belongs to. */
    static final Mixin<ColumnHandle> TENANT = t -> t.column("tenant_id", uuid())
            .notNull()
            .references(CoreTables.TENANTS)
            .describe("Foreign key to tenants");

    static final Function TOUCH_UPDATED_AT = triggerFunction("update_updated_at_column", """
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            """);

    /** When a row was made and last changed; a trigger keeps the second. */
    static final Mixin<Timestamps> TIMESTAMPS = t -> {
        t.trigger("update_" + t.name() + "_updated_at").before(UPDATE).forEachRow().execute(TOUCH_UPDATED_AT);
        return new Timestamps(
                t.column("created_at", timestamp()).defaultTo(now()).describe("Creation timestamp"),
                t.column("updated_at", timestamp()).defaultTo(now()).describe("Last update timestamp"));
    };

    /** The user who made a row. */
    static final Mixin<ColumnHandle> CREATED_BY =
            t -> t.column("created_by", uuid()).notNull().references(CoreTables.USERS).describe("Foreign key to users");

    record Timestamps(ColumnHandle createdAt, ColumnHandle updatedAt) {}

    private Mixins() {}
}
