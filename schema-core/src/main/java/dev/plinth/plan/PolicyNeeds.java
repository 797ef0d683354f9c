package dev.plinth.plan;

import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has to exist before row level security: its policies before it counts, and what these speak of. */
final class PolicyNeeds {

    private PolicyNeeds() {}

    static List<Need> of(QualifiedName table, List<String> policies) {
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(table)));
        policies.forEach(name -> needs.add(new Need.OfPart(Target.part(Target.Kind.POLICY, table, name))));
        return needs;
    }

    static List<Need> of(CreatePolicy created, Iterable<String> columnsOfTable) {
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(created.table())));
        for (Expression condition : Arrays.asList(created.policy().using(), created.policy().withCheck())) {
            needs.addAll(Mentioned.objects(condition));
            Mentioned.columns(condition, columnsOfTable)
                    .forEach(column -> needs.add(new Need.OfColumn(created.table(), column)));
        }
        return needs;
    }
}
