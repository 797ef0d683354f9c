package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.extensionType;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Table;

/** The Java of docs/extensions.md. */
final class ExtensionSnippets {

    static final Extension CITEXT = extension("citext", e -> e.schema("types"));
    static final Extension TRIGRAMS =
            extension("pg_trgm", e -> e.schema("search").version("1.6").comment("For the search of people"));

    static final Table PEOPLE = table("people", t -> {
        t.column("name", extensionType("citext", "citext"));
        t.index("people_name").on(sql("name::text").operatorClass(extensionOperatorClass("pg_trgm", "gin_trgm_ops")))
                .using(GIN);
    });

    static final Schema SCHEMA = schema("people", CITEXT, TRIGRAMS, PEOPLE);

    private ExtensionSnippets() {}
}
