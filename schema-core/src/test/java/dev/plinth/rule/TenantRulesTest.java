package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.model.sql.TextSearchDictionary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands against having a schema once for each tenant. */
class TenantRulesTest {

    private static final Namespace COMMON = namespace("common");
    private static final Table ITEMS = table("items", t -> t.column("id", integer()).primaryKey());

    private static String problems(SchemaObject... objects) {
        Schema schema = schema("test", objects);
        StringBuilder lines = new StringBuilder();
        SchemaRules.checkForTenants(schema).forEach(problem -> lines.append(problem.line()).append('\n'));
        return lines.toString();
    }

    @Test
    void aTextThatNamesSomethingOfTheSchemaInPublicIsRefused() {
        assertThat(problems(ITEMS, table("t", t -> {
            t.column("a", integer()).defaultTo(sql("nextval('public.items')"));
            t.check("c", "a > \"public\" . \"other\"(1) AND a < republic.items(2)");
            t.column("m", nativeType("public.mood"));
        }))).isEqualTo("""
                [ERROR] t.a: the default names public.items, which is another one for each tenant; text is not rewritten. \
                Say it without the name: as a foreign key, or in a trigger by TG_TABLE_SCHEMA. | NamespaceInText
                [WARNING] t.c: the condition names public.other, which all tenants share. \
                Nothing has to be done where that is meant; otherwise move it into the schema. | NamespaceInText
                [WARNING] t.m: the type names public.mood, which all tenants share. \
                Nothing has to be done where that is meant; otherwise move it into the schema. | NamespaceInText
                """);
    }

    @Test
    void theBodyOfAFunctionIsATextToo() {
        Function count = triggerFunction("count", "BEGIN PERFORM 1 FROM public.items; RETURN NEW; END;");
        assertThat(problems(ITEMS, table("t", t -> {
            t.column("a", integer());
            t.trigger("tr").before(UPDATE).forEachRow().execute(count);
        }))).startsWith("[ERROR] count(): the body names public.items, ");
    }

    @Test
    void whatIsSharedCannotPointToATenant() {
        assertThat(problems(ITEMS, COMMON.table("c", t -> t.column("item", integer())
                .references(ITEMS))))
                .isEqualTo("""
                        [ERROR] common.c.c_item_fkey: the table is shared by all tenants and references items, which each of \
                        them has. Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                        """);
    }

    @Test
    void statisticsThatAreSharedCannotBeOfATenantsTable() {
        assertThat(problems(ITEMS, COMMON.statistics("s", s -> s.on(sql("id + 1")).from(ITEMS)))).isEqualTo("""
                [ERROR] common.s: the statistics object is shared by all tenants and is of items, which each of them has. \
                Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                """);
    }

    @Test
    void aConfigurationThatIsSharedCannotUseADictionaryOfATenant() {
        TextSearchDictionary own = textSearchDictionary("own", d -> d.template("simple"));
        assertThat(problems(
                ITEMS,
                COMMON.textSearchConfiguration("c", c -> c.copy("simple").mappingFor("word").with(own)
                        .with(namespace("public").textSearch("there"))),
                textSearchDictionary("phrases",
                        d -> d.template("thesaurus").option("dictfile", "f").option("dictionary", "public.own"))))
                .isEqualTo("""
                        [ERROR] common.c: the text search configuration is shared by all tenants and uses own, which each of \
                        them has. Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                        [ERROR] phrases: the option dictionary names public.own, which is another one for each tenant; text is \
                        not rewritten. Say it without the name: as a foreign key, or in a trigger by TG_TABLE_SCHEMA. | \
                        NamespaceInText
                        """);
    }

    @Test
    void whatIsSharedCannotBeBelowATenantsTableNorBeCheckedFromIt() {
        Function check = COMMON.triggerFunction("check_it", "BEGIN RETURN NEW; END;");
        Table child = COMMON.table("child", t -> {
            t.inherits(ITEMS);
            t.constraintTrigger("tr").after(UPDATE).forEachRow().from(ITEMS).execute(check);
        });
        Table days = table("days", t -> t.partitionByList(t.column("id", integer())));
        Table day = COMMON.table("day", t -> t.column("id", integer()))
                .withOptions(TableOptions.NONE.withParents(
                        new PartitionOf(days.name(), new PartitionBound.Otherwise()), List.of()));

        assertThat(problems(ITEMS, child, days, day)).isEqualTo("""
                [ERROR] common.child: the table is shared by all tenants and inherits from items, which each of them has. \
                Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                [ERROR] common.child.tr: the table is shared by all tenants and is checked from items, which each of them \
                has. Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                [ERROR] common.day: the table is shared by all tenants and is a partition of days, which each of them has. \
                Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                """);
    }

    @Test
    void whatIsSharedCannotNameATenantsTableInItsTextsNorCallItsFunctions() {
        Function touch = triggerFunction("touch", "BEGIN RETURN NEW; END;");
        assertThat(problems(
                ITEMS,
                COMMON.view("v", "SELECT 1 AS id -- not public.items", v -> {
                    v.trigger("tr").insteadOf(INSERT).forEachRow().execute(touch);
                    v.dependsOn(ITEMS);
                }),
                COMMON.table("log", t -> t.rule("r").on(INSERT).doAlso("DELETE FROM public.items"))))
                .isEqualTo("""
                        [ERROR] common.log.r: the table is shared by all tenants and names items in a rule, which each of \
                        them has. Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                        [ERROR] common.v: the view is shared by all tenants and reads items, which each of them has. \
                        Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                        [ERROR] common.v.tr: the view is shared by all tenants and executes touch(), which each of them has. \
                        Declare both with the same namespace("common"), or both without. | SharedNeedsTenant
                        """);
    }

    @Test
    void aViewOfWhatIsSharedIsSomethingForTenants() {
        assertThat(problems(
                COMMON.table("events", t -> t.column("id", integer())),
                view("mine", "SELECT id FROM common.events -- as public.mine")))
                .isEmpty();
    }

    @Test
    void aSchemaWithoutTablesOfItsOwnHasNothingForTenants() {
        assertThat(problems(COMMON.table("c", t -> t.column("a", integer())))).isEqualTo("""
                [ERROR] test: no table or view is declared without a namespace, so a tenant would get nothing. \
                Write table(...) instead of namespace(...).table(...) for what each tenant has. | NothingForTenants
                """);
    }

    @Test
    void tenantsMayPointToWhatIsShared() {
        var countries = COMMON.table("countries", t -> t.column("id", integer()).primaryKey());
        assertThat(problems(countries, table("t", t -> t.column("country", integer()).references(countries))))
                .isEmpty();
    }

    @Test
    void aTextMayBeLong() {
        String letters = "x".repeat(100_000);
        assertThat(problems(ITEMS, table("t", t -> {
            t.column("a", integer()).defaultTo(sql("length('" + letters + "')"));
            t.check("c", "a > public.\"" + letters + "\"(E'" + letters + "')");
        }))).startsWith("[WARNING] t.c: the condition names public." + letters + ", which all tenants share.");
    }
}
