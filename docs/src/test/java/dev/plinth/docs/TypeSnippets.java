package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.rangeType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Table;

/** The Java of docs/types.md. */
final class TypeSnippets {

    enum Size {
        SMALL,
        LARGE
    }

    static final EnumType STATUS = enumType("status", "open", "in progress", "closed");

    static final EnumType SIZE = enumType("size", Size.values());

    static final Table TICKETS = table("tickets", t -> {
        t.column("status", STATUS).notNull().defaultTo(literal("open"));
        t.column("history", arrayOf(STATUS));
        t.column("size", SIZE);
    });

    static final DomainType EMAIL = domain("email", varchar(200), d -> d
            .notNull()
            .check("email_shape", "VALUE ~ '^[^@ ]+@[^@ ]+$'")
            .check("email_lower", "VALUE = lower(VALUE)"));

    static final DomainType WORK_EMAIL = domain("work_email", EMAIL, d -> d.defaultTo(literal("office@example.com")));

    static final CompositeType ADDRESS = compositeType("address", c -> c
            .attribute("street", text())
            .attribute("emails", arrayOf(EMAIL)));

    static final RangeType FLOAT_RANGE = rangeType("float_range", doublePrecision(), r -> r.subtypeDiff("float8mi"));

    static final Collation NATURAL = collation("natural", c -> c.provider(ICU).locale("en-u-kn-true"));

    static final Table PEOPLE = table("people", t -> {
        t.column("email", EMAIL);
        t.column("work", WORK_EMAIL);
        t.column("home", ADDRESS);
        t.column("speed", FLOAT_RANGE);
        t.column("rank", text()).collate(NATURAL);
        t.column("code", text()).collate("C");
    });

    static final Schema SCHEMA = schema("types", TICKETS, PEOPLE);

    private TypeSnippets() {}
}
