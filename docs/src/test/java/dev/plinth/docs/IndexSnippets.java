package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.BRIN;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.extensionMethod;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;

/** The Java of docs/indexes.md. */
final class IndexSnippets {

    static final OperatorClass TRIGRAMS = extensionOperatorClass("pg_trgm", "gist_trgm_ops").with("siglen", 32);

    static final Table FILES = table("files", t -> {
        var path = t.column("path", text()).notNull();
        var owner = t.column("owner", text());
        var size = t.column("size", bigint());
        var tags = t.column("tags", jsonb());
        var created = t.column("created_at", timestamp());
        t.index("files_by_path").on(path.sortedBy("C").operatorClass("text_pattern_ops"), size.desc().nullsLast());
        t.index("files_by_owner").on(owner).unique().nullsNotDistinct().include(size).with("fillfactor", 70)
                .where("size > 0");
        t.index("files_by_name").on(sql("lower(path)").sortedBy("de-x-icu"));
        t.index("files_by_tag").on(tags.operatorClass("jsonb_path_ops")).using(GIN).with("fastupdate", false);
        t.index("files_by_time").on(created).using(BRIN).with("pages_per_range", 32);
        t.index("files_by_part").on(path.operatorClass(TRIGRAMS)).using(GIST);
        t.index("files_by_any").on(owner, path).using(extensionMethod("bloom", "bloom")).with("length", 96);
    });

    static final Statistics OWNERS =
            statistics("files_owners", s -> s.ndistinct().mcv().on("owner", "created_at").from(FILES));

    static final Statistics NAMES = statistics("files_names", s -> s.on(sql("lower(path)")).from(FILES));

    static final Schema SCHEMA = schema("files", FILES, OWNERS, NAMES);

    private IndexSnippets() {}
}
