package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of all expressions of a live table. */
final class LiveExpressions {

    private final Set<String> texts = new HashSet<>();

    private LiveExpressions() {}

    static Set<String> of(LiveTable table) {
        LiveExpressions expressions = new LiveExpressions();
        for (Live<Column> column : table.columns()) {
            expressions.add(column.object().defaultValue());
            if (column.object().generation() instanceof Generation.Computed computed) {
                expressions.add(computed.expression());
            }
        }
        for (Live<Constraint> constraint : table.constraints()) {
            if (constraint.object() instanceof Constraint.Check check) {
                expressions.add(check.condition());
            } else if (constraint.object() instanceof Constraint.Exclusion exclusion) {
                expressions.add(exclusion.predicate());
                exclusion.keys().forEach(expressions::addKey);
            }
        }
        for (Live<Index> index : table.indexes()) {
            expressions.add(index.object().predicate());
            index.object().keys().forEach(expressions::addKey);
        }
        if (table.options().partitioning() != null) {
            table.options().partitioning().keys().forEach(expressions::addKey);
        }
        table.triggers().forEach(trigger -> expressions.add(trigger.object().condition()));
        table.rowSecurity().policies().forEach(policy -> {
            expressions.add(policy.using());
            expressions.add(policy.withCheck());
        });
        return expressions.texts;
    }

    private void addKey(IndexKey key) {
        if (key.target() instanceof IndexKey.Target.OfExpression target) {
            add(target.expression());
        }
    }

    private void add(@Nullable Expression expression) {
        if (expression instanceof Expression.Sql sql) {
            texts.add(sql.text());
        }
    }
}
