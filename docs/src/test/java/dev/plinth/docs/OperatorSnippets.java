package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.operator;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.UserOperator;

/** The Java of docs/operators.md. */
final class OperatorSnippets {

    static final CompositeType PAIR = compositeType("pair", c -> c.attribute("a", integer()).attribute("b", integer()));

    static final Function SAME = function("same_sum", f -> {
        f.argument("one", PAIR);
        f.argument("other", PAIR);
        f.returns(bool()).language("sql").body("SELECT ($1).a + ($1).b = ($2).a + ($2).b").immutable();
    });

    static final UserOperator SAME_SUM = operator("=+=", o -> o
            .left(PAIR)
            .right(PAIR)
            .function(SAME)
            .commutator("=+=")
            .restrict("eqsel")
            .join("eqjoinsel")
            .comment("Of the same sum"));

    static final Function SUM = function("sum_of", f -> {
        f.argument("pair", PAIR);
        f.returns(integer()).language("sql").body("SELECT ($1).a + ($1).b").immutable();
    });

    static final Cast SUMMED = cast(PAIR, integer()).withFunction(SUM).asAssignment();

    static final Schema SCHEMA = schema("operators", SAME, SUM, SAME_SUM, SUMMED);

    private OperatorSnippets() {}
}
