package dev.plinth.diff;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.KeyTypes;
import dev.plinth.naming.SqlWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table whose live type differs: what needs the declared type waits for a person. A foreign key needs it
 * always; an expression goes with a type of the same kind, as {@code length(name)} does with another length.
 */
final class UnfitColumns {

    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> ofAnotherKind = new LinkedHashSet<>();

    void add(Column declared, Column live) {
        all.add(declared.name());
        if (!KeyTypes.canReference(declared.type(), live.type())) {
            ofAnotherKind.add(declared.name());
        }
    }

    /** Why a foreign key or a primary key over these columns cannot be added. */
    Optional<String> obstacle(List<String> columns) {
        Set<String> unfit = new LinkedHashSet<>(columns);
        unfit.retainAll(all);
        return reason(unfit);
    }

    /** Why an index cannot be added: an expression of it speaks of a column of another kind of type. */
    Optional<String> obstacle(Index index) {
        return ofIndex(index.keys(), index.predicate());
    }

    /** The same of a check or an exclusion constraint; the columns of keys are another question. */
    Optional<String> obstacle(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Check check -> reason(mentioned(List.of(check.condition())));
            case Constraint.Exclusion exclusion -> ofIndex(exclusion.keys(), exclusion.predicate());
            case Constraint.PrimaryKey key -> Optional.empty();
            case Constraint.Unique key -> Optional.empty();
            case Constraint.ForeignKey key -> Optional.empty();
        };
    }

    private Optional<String> ofIndex(List<IndexKey> keys, @Nullable Expression predicate) {
        List<Expression> expressions = new ArrayList<>();
        for (IndexKey key : keys) {
            if (key.target() instanceof IndexKey.Target.OfExpression target) {
                expressions.add(target.expression());
            }
        }
        if (predicate != null) {
            expressions.add(predicate);
        }
        return reason(mentioned(expressions));
    }

    private Set<String> mentioned(List<Expression> expressions) {
        Set<String> mentioned = new LinkedHashSet<>();
        if (!ofAnotherKind.isEmpty()) {
            for (Expression expression : expressions) {
                mentioned.addAll(SqlWords.names(ExpressionText.of(expression)));
            }
            mentioned.retainAll(ofAnotherKind);
        }
        return mentioned;
    }

    private static Optional<String> reason(Set<String> unfit) {
        return unfit.isEmpty()
                ? Optional.empty()
                : Optional.of("the live type of " + String.join(", ", unfit) + " differs from the schema");
    }
}
