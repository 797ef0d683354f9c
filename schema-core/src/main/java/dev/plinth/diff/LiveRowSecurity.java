package dev.plinth.diff;

import dev.plinth.model.sql.Policy;
import java.util.List;

/** Row level security of a live table. */
public record LiveRowSecurity(boolean enabled, boolean forced, List<Policy> policies) {

    public LiveRowSecurity {
        policies = List.copyOf(policies);
    }
}
