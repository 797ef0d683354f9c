package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.EXECUTE;
import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.USAGE;
import static dev.plinth.dsl.SchemaDsl.alterDefaultPrivilegesIn;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.grantAll;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.operator;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;

import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.List;
import java.util.function.Consumer;

/** Row level security, privileges and operators. */
final class SecurityPairs {

    private static final Table T = table("t", t -> t.column("id", integer()));
    private static final Sequence S = sequence("s");
    private static final Collation NATURAL = collation("natural", c -> c.provider(ICU).locale("en-u-kn-true"));

    private static final QualifiedName ABS = new QualifiedName("pg_catalog", "abs");

    private SecurityPairs() {}

    private static Table secured(Consumer<TableBuilder> policies) {
        return table("t", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity();
            policies.accept(t);
        });
    }

    private static Table twice(String second) {
        List<Policy> policies = List.of("p", second).stream()
                .map(name -> new Policy(name, Policy.Command.ALL, true, List.of(), new Expression.Sql("true"), null,
                        null))
                .toList();
        return new Table(
                QualifiedName.of("t"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableOptions.NONE,
                new RowSecurity(true, false, policies),
                List.of(),
                null);
    }

    static List<Pair> pairs() {
        return List.of(
                Pair.of(
                        "rows to be seen by an INSERT",
                        () -> secured(t -> t.policy("p").forInsert().using("true")),
                        "ERROR t.p PolicyClauses",
                        () -> secured(t -> t.policy("p").forInsert().withCheck("true"))),
                Pair.of(
                        "rows to be written by a DELETE",
                        () -> secured(t -> t.policy("p").forDelete().using("true").withCheck("true")),
                        "ERROR t.p PolicyClauses",
                        () -> secured(t -> t.policy("p").forUpdate().using("true").withCheck("true"))),
                Pair.of(
                        "policies without effect",
                        () -> table("t", t -> {
                            t.column("id", integer());
                            t.policy("p").using("id > 0");
                        }),
                        "WARNING t RowSecurityUse",
                        () -> secured(t -> t.policy("p").using("id > 0"))),
                Pair.of(
                        "force without effect",
                        () -> table("t", t -> {
                            t.column("id", integer());
                            t.forceRowLevelSecurity();
                        }),
                        "WARNING t RowSecurityUse",
                        () -> secured(TableBuilder::forceRowLevelSecurity)),
                Pair.of(
                        "a policy for a role of no such name",
                        () -> secured(t -> t.policy("p").to("public").using("true")),
                        "ERROR t.p RoleName",
                        () -> secured(t -> t.policy("p").to("publican").using("true"))),
                Pair.of(
                        "a policy for everybody in capitals, and for whoever is connected",
                        () -> secured(t -> t.policy("p").to("PUBLIC", "CURRENT_USER").using("true")),
                        """
                        ERROR t.p RoleName
                        ERROR t.p RoleName""",
                        () -> secured(t -> t.policy("p").to("current_users").using("true"))),
                Pair.of(
                        "a role with too long a name",
                        () -> secured(t -> t.policy("p").to("r".repeat(64)).using("true")),
                        "ERROR t.p RoleName",
                        () -> secured(t -> t.policy("p").to("r".repeat(63)).using("true"))),
                Pair.of(
                        "a condition that is not whole",
                        () -> secured(t -> t.policy("p").using("true) WITH CHECK (true")),
                        "ERROR t.p EndlessSql",
                        () -> secured(t -> t.policy("p").using("(true)"))),
                Pair.of(
                        "conditions that repeat their words",
                        () -> secured(t -> t.policy("p").forUpdate().using("USING (id > 0)")
                                .withCheck("with  check (id > 0)")),
                        """
                        ERROR t.p RepeatedClause
                        ERROR t.p RepeatedClause""",
                        () -> secured(t -> t.policy("p").forUpdate().using("usingid > 0").withCheck("checked"))),
                Pair.schemas(
                        "a privilege that sequences do not have",
                        () -> Pair.schema(S, grant(EXECUTE).on(S).to("app")),
                        "ERROR grant EXECUTE on sequence s to app PrivilegeFit",
                        () -> Pair.schema(S, grant(USAGE).on(S).to("app"))),
                Pair.schemas(
                        "a privilege that columns do not have",
                        () -> Pair.schema(T, grant(DELETE).on(T, "id").to("app")),
                        "ERROR grant DELETE (id) on table t to app PrivilegeFit",
                        () -> Pair.schema(T, grant(UPDATE).on(T, "id").to("app"))),
                Pair.schemas(
                        "privileges on a collation",
                        () -> Pair.schema(NATURAL, grantAll().on(NATURAL).to("app")),
                        "ERROR grant ALL on collation natural to app PrivilegeFit",
                        () -> Pair.schema(T, grantAll().on(T).to("app"))),
                Pair.schemas(
                        "default privileges of another kind",
                        () -> Pair.schema(alterDefaultPrivilegesIn(namespace("a")).grant(USAGE).onTables().to("app")),
                        "ERROR default privileges USAGE on tables in namespace a to app PrivilegeFit",
                        () -> Pair.schema(alterDefaultPrivilegesIn(namespace("a")).grant(USAGE).onTypes().to("app"))),
                Pair.schemas(
                        "a grant on a column that is not there",
                        () -> Pair.schema(T, grant(SELECT).on(T, "idd").to("app")),
                        "ERROR grant SELECT (idd) on table t to app UnknownTarget",
                        () -> Pair.schema(T, grant(SELECT).on(T, "id").to("app"))),
                Pair.schemas(
                        "a grant on a table that is not there",
                        () -> Pair.schema(S, grant(SELECT).on(T).to("app")),
                        "ERROR grant SELECT on table t to app UnknownTarget",
                        () -> Pair.schema(S, T, grant(SELECT).on(T).to("app"))),
                Pair.schemas(
                        "a grant to public by name",
                        () -> Pair.schema(T, grant(SELECT).on(T).to("public")),
                        "ERROR grant SELECT on table t to public RoleName",
                        () -> Pair.schema(T, grant(SELECT).on(T).toPublic())),
                Pair.schemas(
                        "default privileges of nobody",
                        () -> Pair.schema(alterDefaultPrivilegesIn(namespace("a")).forRole("none").grantAll().onTables()
                                .toPublic()),
                        "ERROR default privileges ALL on tables of none in namespace a to PUBLIC RoleName",
                        () -> Pair.schema(alterDefaultPrivilegesIn(namespace("a")).grantAll().onTables().toPublic())),
                Pair.of(
                        "an operator that begins a comment",
                        () -> operator("+--", o -> o.right(integer()).function(ABS)),
                        "ERROR operator +--(integer) OperatorSymbol",
                        () -> operator("+-~", o -> o.right(integer()).function(ABS))),
                Pair.of(
                        "an operator with a letter",
                        () -> operator("=a=", o -> o.right(integer()).function(ABS)),
                        "ERROR operator =a=(integer) OperatorSymbol",
                        () -> operator("=^=", o -> o.right(integer()).function(ABS))),
                Pair.of(
                        "a negator that ends with a sign",
                        () -> operator("==", o -> o.right(integer()).function(ABS).negator("=-")),
                        "ERROR operator ==(integer) OperatorSymbol",
                        () -> operator("==", o -> o.right(integer()).function(ABS).negator("=!-"))),
                Pair.schemas(
                        "two policies of one name",
                        () -> Pair.unchecked(twice("p")),
                        "ERROR t.p DuplicateName",
                        () -> Pair.unchecked(twice("q"))));
    }
}
