package dev.plinth.rule;

import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** Policies count where row level security is enabled, and so does that it is forced. */
final class RowSecurityUse implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        RowSecurity security = table.rowSecurity();
        if (security.enabled()) {
            return Stream.empty();
        }
        String remedy = "Add enableRowLevelSecurity(), unless that is done elsewhere.";
        return security.forced() || !security.policies().isEmpty()
                ? Stream.of(warning(
                        table.name().display(),
                        security.forced()
                                ? "forces row level security, which is not enabled"
                                : "has policies, and row level security is not enabled: they have no effect",
                        remedy))
                : Stream.empty();
    }
}
