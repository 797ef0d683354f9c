package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** The pieces that statements are made of. */
final class Parts {

    private Parts() {}

    /**
     * Text that jOOQ copies byte for byte. Its plain SQL (<code>DSL.sql</code>) would take {@code ?} and {@code {0}} in
     * it for placeholders.
     */
    static QueryPart raw(String text) {
        return CustomQueryPart.of(context -> context.sql(text, true));
    }

    /** A condition without parentheses; those that jOOQ puts around it cannot be commented out by its text. */
    static Condition condition(Expression expression) {
        String text = SqlText.expression(expression);
        String whole = text.contains("--") ? text + "\n" : text;
        return CustomCondition.of(context -> context.sql(whole, true));
    }

    static Name name(QualifiedName name) {
        return DSL.name(name.namespace(), name.name());
    }

    static Name[] names(Collection<String> names) {
        return names.stream().map(DSL::name).toArray(Name[]::new);
    }

    static QueryPart list(Collection<? extends QueryPart> parts) {
        return joined(parts, ", ");
    }

    static QueryPart joined(Collection<? extends QueryPart> parts, String separator) {
        return CustomQueryPart.of(context -> {
            String before = "";
            for (QueryPart part : parts) {
                context.sql(before, true).visit(part);
                before = separator;
            }
        });
    }
}
