package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.OperatorClass;

/**
 * What can be a key of an index: a column, an expression, or one of them in another order, collation or operator class.
 * The methods return a new value and change nothing.
 */
public sealed interface IndexedKey permits ColumnHandle, ViewColumn, SqlExpression, RefinedKey {

    /** In descending order; nulls first, as PostgreSQL has it where nothing is said. */
    default IndexedKey desc() {
        return RefinedKey.of(this).directed(Direction.DESC, NullsOrder.FIRST);
    }

    /** With nulls before all other values. */
    default IndexedKey nullsFirst() {
        return RefinedKey.of(this).nulls(NullsOrder.FIRST);
    }

    /** With nulls after all other values. */
    default IndexedKey nullsLast() {
        return RefinedKey.of(this).nulls(NullsOrder.LAST);
    }

    /** With an operator class of PostgreSQL itself: {@code operatorClass("text_pattern_ops")}. */
    default IndexedKey operatorClass(String name) {
        return operatorClass(SchemaDsl.operatorClass(name));
    }

    /** With an operator class of an extension or a namespace, or one with parameters. */
    default IndexedKey operatorClass(OperatorClass operatorClass) {
        return RefinedKey.of(this).classed(operatorClass);
    }

    /** In a collation of PostgreSQL itself: {@code sortedBy("C")}, {@code sortedBy("de-x-icu")}. */
    default IndexedKey sortedBy(String collation) {
        return sortedBy(new QualifiedName("pg_catalog", collation));
    }

    /** In a collation of a namespace of the database. */
    default IndexedKey sortedBy(QualifiedName collation) {
        return RefinedKey.of(this).collated(collation);
    }

    /** As a key of an exclusion constraint, compared by an operator of PostgreSQL itself: {@code room.with("=")}. */
    default ExcludedKey with(String operator) {
        return with(Operator.builtIn(operator));
    }

    /** As a key of an exclusion constraint, compared by an operator of an extension or a namespace. */
    default ExcludedKey with(Operator operator) {
        return new ExcludedKey(this, operator);
    }

    /** The key in the words of the model. */
    static IndexKey toModel(IndexedKey key) {
        return switch (key) {
            case ColumnHandle column -> IndexKey.ascending(column.name());
            case ViewColumn column -> IndexKey.ascending(column.name());
            case SqlExpression sql ->
                new IndexKey(new Target.OfExpression(sql.expression()), Direction.ASC, NullsOrder.LAST);
            case RefinedKey refined ->
                new IndexKey(
                        toModel(refined.key()).target(),
                        refined.collation(),
                        refined.operatorClass(),
                        refined.direction(),
                        refined.nulls());
        };
    }
}
