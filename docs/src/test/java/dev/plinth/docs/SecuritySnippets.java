package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.USAGE;
import static dev.plinth.dsl.SchemaDsl.alterDefaultPrivilegesIn;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.postgres.GuardedAddition.GRANT;
import static dev.plinth.postgres.GuardedAddition.ROW_LEVEL_SECURITY;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresStore;
import javax.sql.DataSource;

/** The Java of docs/security.md. */
final class SecuritySnippets {

    static final Namespace APP = namespace("app");

    static final Table DOCUMENTS = table("documents", t -> {
        t.column("tenant", uuid()).notNull();
        t.column("secret", bool()).notNull();
        t.enableRowLevelSecurity().forceRowLevelSecurity();
        t.policy("tenant_isolation").using("tenant = current_setting('app.tenant')::uuid");
        t.policy("no_secrets").restrictive().forSelect().to("support").using("NOT secret");
        t.policy("own_only")
                .forInsert()
                .to("app")
                .withCheck("tenant = current_setting('app.tenant')::uuid")
                .comment("Nobody writes for somebody else");
    });

    static final Schema SCHEMA = schema(
            "documents",
            DOCUMENTS,
            grant(SELECT, INSERT).on(DOCUMENTS).to("app").exclusively(),
            grant(UPDATE).on(DOCUMENTS, "secret").to("support"),
            grant(USAGE).on(APP).to("app").withGrantOption(),
            alterDefaultPrivilegesIn(APP).forRole("owner").grant(SELECT).onTables().to("support"));

    private SecuritySnippets() {}

    static PostgresStore store(DataSource dataSource) {
        return PostgresStore.of(dataSource).allow(ROW_LEVEL_SECURITY, GRANT);
    }
}
