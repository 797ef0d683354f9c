package dev.plinth.plan;

import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.UserOperator;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before an operator or a cast. */
final class OperatorNeeds {

    private OperatorNeeds() {}

    /** Its commutator and negator are no needs: PostgreSQL keeps the place of one that is not there yet. */
    static List<Need> of(UserOperator operator) {
        List<Need> needs = new ArrayList<>(List.of(new Need.OfRoutine(operator.function())));
        operator.operands().forEach(type -> needs.addAll(Needs.ofType(type)));
        return needs;
    }

    static List<Need> of(Cast cast) {
        List<Need> needs = new ArrayList<>(Needs.ofType(cast.source()));
        needs.addAll(Needs.ofType(cast.target()));
        if (cast.function() != null) {
            needs.add(new Need.OfObject(cast.function()));
        }
        return needs;
    }
}
