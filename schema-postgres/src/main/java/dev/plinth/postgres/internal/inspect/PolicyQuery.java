package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of the declared tables; the role with the oid 0 is PUBLIC. */
final class PolicyQuery implements CatalogQuery {

    final Map<Long, List<Policy>> policies = new HashMap<>();
    private final boolean wanted;

    PolicyQuery(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public String sql() {
        return """
                SELECT p.polrelid, p.polname, p.polcmd::text, p.polpermissive,
                       ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles)),
                       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
                  FROM pg_policy p WHERE p.polrelid = ANY (%s)"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        policies.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Policy(
                        row.getString(2),
                        command(row.getString(3)),
                        row.getBoolean(4),
                        Texts.strings(row, 5),
                        condition(row.getString(6)),
                        condition(row.getString(7)),
                        null));
    }

    private static @Nullable Expression condition(@Nullable String text) {
        return text == null ? null : new Expression.Sql(Parentheses.strip(text));
    }

    private static Policy.Command command(String letter) throws SQLException {
        return switch (letter) {
            case "*" -> Policy.Command.ALL;
            case "r" -> Policy.Command.SELECT;
            case "a" -> Policy.Command.INSERT;
            case "w" -> Policy.Command.UPDATE;
            case "d" -> Policy.Command.DELETE;
            default -> throw new SQLException("unexpected command of a policy: " + letter);
        };
    }
}
