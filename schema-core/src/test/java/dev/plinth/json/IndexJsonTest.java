package dev.plinth.json;

import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.extensionMethod;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.operatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import org.junit.jupiter.api.Test;

class IndexJsonTest {

    private static final Schema SCHEMA = schema("files", table("files", t -> {
        var path = t.column("path", text());
        var size = t.column("size", integer());
        t.index("by_path").on(path.sortedBy("C").operatorClass("text_pattern_ops"), size.desc());
        t.index("by_trigrams")
                .on(path.operatorClass(extensionOperatorClass("pg_trgm", "gist_trgm_ops").with("siglen", 32)))
                .using(GIST);
        t.index("by_own").on(path.sortedBy(new QualifiedName("app", "german")), size.operatorClass(namespace("app")
                .operatorClass("odd_ops")));
        t.index("by_size").on(size.operatorClass(operatorClass("int4_ops"))).unique().nullsNotDistinct().include(path)
                .with("fillfactor", 70);
        t.index("by_bloom").on(size).using(extensionMethod("bloom", "bloom"));
    }));

    @Test
    void writesWhatAnIndexSaysBesidesItsKeys() {
        assertThat(SchemaJson.toJson(SCHEMA)).contains("""
                      "indexes": [
                        {
                          "name": "by_path",
                          "keys": [
                            {
                              "kind": "column",
                              "name": "path",
                              "collation": { "namespace": "pg_catalog", "name": "C" },
                              "operatorClass": { "name": "text_pattern_ops" }
                            },
                            { "kind": "column", "name": "size", "direction": "DESC" }
                          ]
                        },
                        {
                          "name": "by_trigrams",
                          "method": "gist",
                          "keys": [
                            {
                              "kind": "column",
                              "name": "path",
                              "operatorClass": { "extension": "pg_trgm", "name": "gist_trgm_ops", "with": { "siglen": "32" } }
                            }
                          ]
                        },
                        {
                          "name": "by_own",
                          "keys": [
                            { "kind": "column", "name": "path", "collation": { "namespace": "app", "name": "german" } },
                            { "kind": "column", "name": "size", "operatorClass": { "namespace": "app", "name": "odd_ops" } }
                          ]
                        },
                        {
                          "name": "by_size",
                          "unique": true,
                          "nullsNotDistinct": true,
                          "keys": [
                            { "kind": "column", "name": "size", "operatorClass": { "name": "int4_ops" } }
                          ],
                          "include": [ "path" ],
                          "with": { "fillfactor": "70" }
                        },
                        {
                          "name": "by_bloom",
                          "method": "bloom",
                          "extension": "bloom",
                          "keys": [
                            { "kind": "column", "name": "size" }
                          ]
                        }
                      ]
                """);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SchemaJson.parse(SchemaJson.toJson(SCHEMA))).isEqualTo(SCHEMA);
    }

    @Test
    void anOperatorClassComesFromOnePlace() {
        String json = SchemaJson.toJson(SCHEMA)
                .replace("{ \"namespace\": \"app\", \"name\": \"odd_ops\" }",
                        "{ \"namespace\": \"app\", \"extension\": \"x\", \"name\": \"odd_ops\" }");

        assertThatThrownBy(() -> SchemaJson.parse(json))
                .hasMessageEndingWith("operatorClass: \"extension\" and \"namespace\" exclude each other");
    }
}
