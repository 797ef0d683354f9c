package dev.plinth.json;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RowSecurity;
import org.jspecify.annotations.Nullable;

/** Row level security, among the fields of a table. */
final class RowSecurityJson {

    private RowSecurityJson() {}

    static Fields write(RowSecurity security) {
        return new Fields()
                .flag("rowSecurity", security.enabled())
                .flag("rowSecurityForced", security.forced())
                .each("policies", security.policies(), RowSecurityJson::policy);
    }

    static RowSecurity read(JsonObject table) {
        return new RowSecurity(
                table.flag("rowSecurity"), table.flag("rowSecurityForced"),
                table.each("policies", RowSecurityJson::policy));
    }

    private static Fields policy(Policy policy) {
        return new Fields()
                .put("name", policy.name())
                .put("command", policy.command() == Policy.Command.ALL ? null : policy.command())
                .flag("restrictive", !policy.permissive())
                .list("roles", policy.roles())
                .put("using", condition(policy.using()))
                .put("withCheck", condition(policy.withCheck()))
                .put("description", policy.description());
    }

    private static Policy policy(JsonObject policy) {
        return new Policy(
                policy.text("name"),
                policy.constant("command", Policy.Command.ALL),
                !policy.flag("restrictive"),
                policy.texts("roles"),
                policy.optionalObject("using", ExpressionJson::read).orElse(null),
                policy.optionalObject("withCheck", ExpressionJson::read).orElse(null),
                policy.optionalText("description"));
    }

    private static @Nullable Fields condition(@Nullable Expression condition) {
        return condition == null ? null : ExpressionJson.write(condition);
    }
}
