package dev.plinth.plan;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before a routine: its types, what its defaults and a body in SQL speak of, what it is said to depend on. */
final class RoutineNeeds {

    private RoutineNeeds() {}

    static List<Need> of(Function function) {
        List<Need> needs = new ArrayList<>();
        for (Argument argument : function.arguments()) {
            needs.addAll(Needs.ofType(argument.type()));
            needs.addAll(Mentioned.objects(argument.defaultValue()));
            if (argument.defaultValue() != null) {
                argument.type().createdName().ifPresent(type -> needs.add(new Need.OfCast(type)));
            }
        }
        Function.Result result = function.result();
        if (result != null && result.type() != null) {
            needs.addAll(Needs.ofType(result.type()));
        }
        function.options().transforms().forEach(type -> needs.addAll(Needs.ofType(type)));
        if (function.options().support() != null) {
            needs.add(new Need.OfRoutine(function.options().support()));
        }
        function.body().sql().forEach(text -> needs.addAll(Mentioned.objects(new Expression.Sql(text))));
        function.dependsOn().forEach(name -> needs.add(new Need.OfObject(name)));
        return needs;
    }

    static List<Need> of(Aggregate aggregate) {
        List<Need> needs = new ArrayList<>();
        aggregate.types().forEach(type -> needs.addAll(Needs.ofType(type)));
        aggregate.functions().forEach(function -> needs.add(new Need.OfRoutine(function)));
        if (aggregate.sortOperator() != null) {
            needs.addAll(OperatorNeeds.of(aggregate.sortOperator()));
        }
        return needs;
    }
}
