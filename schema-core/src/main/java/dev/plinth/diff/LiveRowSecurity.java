package dev.plinth.diff;

import dev.plinth.model.sql.Policy;
import java.util.List;

/** Row level security of a live table. */
public record LiveRowSecurity(boolean enabled, boolean forced, List<Policy> policies) {

    /** Of a table that has none. */
    public static final LiveRowSecurity NONE = new LiveRowSecurity(false, false, List.of());

    public LiveRowSecurity {
        policies = List.copyOf(policies);
    }
}
