package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.HASH;
import static dev.plinth.dsl.SchemaDsl.extensionMethod;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IndexRenderingTest {

    @Test
    void what_postgresql_does_by_default_is_left_out() {
        assertThat(indexes(t -> {
            var tenant = t.column("tenant_id", uuid());
            var created = t.column("created_at", timestamp());
            t.index("idx_tenant_created").on(tenant, created.desc());
        })).isEqualTo("""
                CREATE INDEX "idx_tenant_created" ON "public"."t" ("tenant_id", "created_at" DESC);
                """);
    }

    @Test
    void an_index_with_everything() {
        assertThat(indexes(t -> {
            var email = t.column("email", text());
            var name = t.column("name", text());
            t.index("idx_all").on(email).unique().include(name).where("name <> '' AND email ? '{0}'")
                    .describe("never part of the statement");
        })).isEqualTo(
                """
                        CREATE UNIQUE INDEX "idx_all" ON "public"."t" ("email") INCLUDE ("name") WHERE (name <> '' AND email ? '{0}');
                        """);
    }

    @Test
    void other_methods_than_btree_are_named() {
        assertThat(indexes(t -> {
            var data = t.column("data", jsonb());
            t.index("idx_data").on(data).using(GIN);
            t.index("idx_hash").on(data).using(HASH);
            t.index("idx_odd").on(data).using(new IndexMethod("Odd"));
        })).isEqualTo("""
                CREATE INDEX "idx_data" ON "public"."t" USING gin ("data");
                CREATE INDEX "idx_hash" ON "public"."t" USING hash ("data");
                CREATE INDEX "idx_odd" ON "public"."t" USING "Odd" ("data");
                """);
    }

    @Test
    void keys_have_collations_and_operator_classes_and_indexes_have_parameters() {
        assertThat(indexes(t -> {
            var path = t.column("path", text());
            var size = t.column("size", integer());
            t.index("idx_path").on(path.sortedBy("C").operatorClass("text_pattern_ops").desc(),
                    sql("lower(path)").sortedBy(new QualifiedName("app", "german")));
            t.index("idx_trigrams").on(path.operatorClass(extensionOperatorClass("pg_trgm", "gist_trgm_ops")
                    .with("siglen", 32))).using(GIST).with("buffering", "auto");
            t.index("idx_own").on(size.operatorClass(namespace("app").operatorClass("odd even ops")));
            t.index("idx_size").on(size).unique().nullsNotDistinct().include(path).with("fillfactor", 70)
                    .with("deduplicate_items", false).where("size > 0");
            t.index("idx_bloom").on(size, path).using(extensionMethod("bloom", "bloom")).with("length", 80);
        })).isEqualTo(
                """
                        CREATE INDEX "idx_path" ON "public"."t" ("path" COLLATE "C" text_pattern_ops DESC, (lower(path)) COLLATE "app"."german");
                        CREATE INDEX "idx_trigrams" ON "public"."t" USING gist ("path" "public"."gist_trgm_ops" (siglen = 32)) WITH (buffering = auto);
                        CREATE INDEX "idx_own" ON "public"."t" ("size" "app"."odd even ops");
                        CREATE UNIQUE INDEX "idx_size" ON "public"."t" ("size") INCLUDE ("path") NULLS NOT DISTINCT WITH (deduplicate_items = false, fillfactor = 70) WHERE (size > 0);
                        CREATE INDEX "idx_bloom" ON "public"."t" USING bloom ("size", "path") WITH (length = 80);
                        """);
    }

    @Test
    void the_extensions_of_methods_and_operator_classes_are_created_first() {
        Table table = table("t", t -> {
            var path = t.column("path", text());
            t.index("idx_trigrams").on(path.operatorClass(extensionOperatorClass("pg_trgm", "gin_trgm_ops")))
                    .using(GIN);
            t.index("idx_bloom").on(path).using(extensionMethod("bloom", "bloom"));
        });

        assertThat(Rendered.only(CreateExtension.class, RenderMode.PLAIN, table)).isEqualTo("""
                CREATE EXTENSION "pg_trgm" WITH SCHEMA "public";
                CREATE EXTENSION "bloom" WITH SCHEMA "public";
                """);
    }

    @Test
    void an_expression_gets_its_parentheses() {
        assertThat(indexes(t -> {
            t.column("email", text());
            t.index("idx_lower").on(sql("lower(email)"));
            t.index("idx_question").on(sql("email ? '{0}'").desc());
        })).isEqualTo("""
                CREATE INDEX "idx_lower" ON "public"."t" ((lower(email)));
                CREATE INDEX "idx_question" ON "public"."t" ((email ? '{0}') DESC);
                """);
    }

    @Test
    void the_place_of_nulls_is_written_where_it_is_not_the_usual_one() {
        QualifiedName table = QualifiedName.of("t");
        List<IndexKey> keys = List.of(key(Direction.ASC, NullsOrder.LAST), key(Direction.ASC, NullsOrder.FIRST),
                key(Direction.DESC, NullsOrder.FIRST), key(Direction.DESC, NullsOrder.LAST));
        Index index = new Index("i", keys, IndexMethod.BTREE, false, List.of(), null, null);

        assertThat(Rendered.text(new CreateIndex(table, index), RenderMode.PLAIN)).isEqualTo("""
                CREATE INDEX "i" ON "public"."t" ("c", "c" NULLS FIRST, "c" DESC, "c" DESC NULLS LAST);
                """);
    }

    @Test
    void a_predicate_that_ends_in_a_comment_keeps_its_parenthesis() {
        Index index = new Index("i", List.of(IndexKey.ascending("c")), IndexMethod.BTREE, false, List.of(),
                new Expression.Sql("c > 1 -- why"), null);

        assertThat(Rendered.text(new CreateIndex(QualifiedName.of("t"), index), RenderMode.PLAIN)).isEqualTo("""
                CREATE INDEX "i" ON "public"."t" ("c") WHERE (c > 1 -- why
                );
                """);
    }

    @Test
    void an_index_that_may_exist_and_an_index_on_a_table_with_rows() {
        Table table = table("t", t -> t.index("idx_a").on(t.column("a", text())));

        assertThat(Rendered.only(CreateIndex.class, RenderMode.RERUNNABLE, table)).isEqualTo("""
                CREATE INDEX IF NOT EXISTS "idx_a" ON "public"."t" ("a");
                """);
        assertThat(Rendered.only(CreateIndex.class, RenderMode.ONLINE, table)).isEqualTo("""
                CREATE INDEX CONCURRENTLY "idx_a" ON "public"."t" ("a");
                """);
    }

    @Test
    void an_invalid_index_is_rebuilt_in_the_namespace_of_its_table() {
        Table table = namespace("audit").table("t", t -> t.index("idx_a").on(t.column("a", text())));
        RebuildIndex rebuilt = new RebuildIndex(table.name(), table.indexes().get(0), List.of(IndexMark.CLUSTER_ON));

        assertThat(Rendered.text(rebuilt, RenderMode.ONLINE)).isEqualTo("""
                REINDEX INDEX CONCURRENTLY "audit"."idx_a";
                ALTER TABLE "audit"."t" CLUSTER ON "idx_a";
                """);
    }

    private static IndexKey key(Direction direction, NullsOrder nulls) {
        return new IndexKey(new IndexKey.Target.OfColumn("c"), direction, nulls);
    }

    private static String indexes(Consumer<TableBuilder> body) {
        return Rendered.only(CreateIndex.class, RenderMode.PLAIN, table("t", body));
    }
}
