package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.UserOperator;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before an operator, a cast, and what is built on an operator. */
final class OperatorNeeds {

    private OperatorNeeds() {}

    /** Its commutator and negator are no needs: PostgreSQL keeps the place of one that is not there yet. */
    static List<Need> of(UserOperator operator) {
        List<Need> needs = new ArrayList<>(List.of(new Need.OfRoutine(operator.function())));
        operator.operands().forEach(type -> needs.addAll(Needs.ofType(type)));
        return needs;
    }

    /** Where an operator comes from that something is built on. */
    static List<Need> of(Operator operator) {
        return switch (operator.source()) {
            case Source.BuiltIn() -> List.of();
            case Source.OfExtension(String extension) -> List.of(new Need.OfExtension(extension));
            case Source.InNamespace(String namespace) ->
                List.of(new Need.OfOperator(new QualifiedName(namespace, operator.symbol())));
        };
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
