package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Expression.BooleanLiteral;
import dev.plinth.model.sql.Expression.NumberLiteral;
import dev.plinth.model.sql.Expression.Sql;
import dev.plinth.model.sql.Expression.StringLiteral;
import dev.plinth.model.sql.Sequence;
import java.math.BigDecimal;

/**
 * The values that a column can default to. Import statically. The functions are spelled as PostgreSQL prints them, so
 * that comparing a schema with a database needs no further question.
 */
public final class Expressions {

    private Expressions() {}

    /** {@code now()}: the start of the transaction. */
    public static Expression now() {
        return new Sql("now()");
    }

    /** {@code gen_random_uuid()}: a random UUID, version 4. */
    public static Expression randomUuid() {
        return new Sql("gen_random_uuid()");
    }

    /** {@code '[]'::jsonb}. */
    public static Expression emptyJsonArray() {
        return new Sql("'[]'::jsonb");
    }

    /** <code>'{}'::jsonb</code>. */
    public static Expression emptyJsonObject() {
        return new Sql("'{}'::jsonb");
    }

    /** {@code nextval('sequence')}: the next number of a sequence, which comes into the schema with it. */
    public static NextValue nextval(Sequence sequence) {
        return new NextValue(sequence);
    }

    /** The next number of a sequence of {@code public} by its name, for example that of another table's serial. */
    public static Expression nextval(String sequence) {
        return nextval(QualifiedName.of(sequence));
    }

    /** The next number of a sequence by its name. */
    public static Expression nextval(QualifiedName sequence) {
        return new Expression.NextValue(sequence);
    }

    /** A string constant; quoted on output, so it cannot be mistaken for SQL. */
    public static Expression literal(String value) {
        return new StringLiteral(value);
    }

    /** A whole number. */
    public static Expression literal(long value) {
        return new NumberLiteral(BigDecimal.valueOf(value));
    }

    /** A number. */
    public static Expression literal(BigDecimal value) {
        return new NumberLiteral(value);
    }

    /** TRUE or FALSE. */
    public static Expression literal(boolean value) {
        return new BooleanLiteral(value);
    }

    /** Any SQL expression, as a default or as a key of an index: {@code sql("lower(email)")}. */
    public static SqlExpression sql(String text) {
        return new SqlExpression(text);
    }
}
