package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.List;

/** Every rule there is. */
public final class SchemaRules {

    private static final List<Rule> RULES = List.of(new UnresolvedReference(), new ForeignKeyType(),
            new TypeModifiers());

    private SchemaRules() {}

    /** Errors and warnings of all rules, sorted by subject. */
    public static List<Problem> check(Schema schema) {
        return RULES.stream().flatMap(rule -> rule.check(schema)).sorted().toList();
    }

    /** The rules, in the order in which they are listed in the manual. */
    public static List<Rule> all() {
        return RULES;
    }
}
