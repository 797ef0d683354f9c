package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Operators and casts. Templates, as jOOQ has no word for them. */
final class OperatorRenderer {

    private final TypeRenderer types;

    OperatorRenderer(TypeRenderer types) {
        this.types = types;
    }

    QueryPart create(UserOperator operator) {
        List<String> options = new ArrayList<>(List.of("FUNCTION = " + SqlText.qualified(operator.function())));
        if (operator.left() != null) {
            options.add("LEFTARG = " + types.text(operator.left()));
        }
        options.add("RIGHTARG = " + types.text(operator.right()));
        add(options, "COMMUTATOR", operator.commutator());
        add(options, "NEGATOR", operator.negator());
        UserOperator.Estimates estimates = operator.estimates();
        if (estimates.restrict() != null) {
            options.add("RESTRICT = " + SqlText.qualified(estimates.restrict()));
        }
        if (estimates.join() != null) {
            options.add("JOIN = " + SqlText.qualified(estimates.join()));
        }
        if (estimates.hashes()) {
            options.add("HASHES");
        }
        if (estimates.merges()) {
            options.add("MERGES");
        }
        return DSL.query(
                "CREATE OPERATOR {0} ({1})",
                Parts.raw(symbol(operator.name())),
                Parts.raw(String.join(", ", options)));
    }

    QueryPart create(Cast cast) {
        String how = switch (cast.method()) {
            case FUNCTION -> "WITH FUNCTION " + (cast.function() == null ? "" : signature(cast.function()));
            case BINARY -> "WITHOUT FUNCTION";
            case INOUT -> "WITH INOUT";
        };
        return DSL.query(
                "CREATE CAST {0} {1}{2}",
                Parts.raw(types(cast)),
                Parts.raw(how),
                Parts.raw(cast.context() == Cast.Context.EXPLICIT ? "" : " AS " + cast.context()));
    }

    /** The query that finds the operator by its symbol and operands. */
    String probe(UserOperator operator) {
        return "SELECT FROM pg_catalog.pg_operator WHERE oprcode <> 0 AND oprnamespace = "
                + SqlText.literal(SqlText.identifier(operator.name().namespace()))
                + "::pg_catalog.regnamespace AND oprname = "
                + SqlText.literal(operator.name().name()) + " AND oprleft = "
                + (operator.left() == null ? "0" : oid(types.text(operator.left()))) + " AND oprright = "
                + oid(types.text(operator.right()));
    }

    /** The query that finds the cast by its types. */
    String probe(Cast cast) {
        return "SELECT FROM pg_catalog.pg_cast WHERE castsource = " + oid(types.text(cast.source()))
                + " AND casttarget = " + oid(types.text(cast.target()));
    }

    private static String oid(String type) {
        return SqlText.literal(type) + "::pg_catalog.regtype";
    }

    private String types(Cast cast) {
        return "(" + types.text(cast.source()) + " AS " + types.text(cast.target()) + ")";
    }

    private String signature(ObjectName function) {
        return SqlText.qualified(function.name())
                + function.arguments().stream().map(types::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static void add(List<String> options, String word, @Nullable QualifiedName operator) {
        if (operator != null) {
            options.add(word + " = OPERATOR(" + symbol(operator) + ")");
        }
    }

    /** A symbol cannot be quoted; that it is one is checked when the schema is made. */
    static String symbol(QualifiedName name) {
        return SqlText.identifier(name.namespace()) + "." + name.name();
    }
}
