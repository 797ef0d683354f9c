package dev.plinth.model.sql;

/** Where the values of a column come from, when it is neither the application nor a plain default. */
public sealed interface Generation {

    /**
     * What {@code serial} makes: an integer that defaults to the next number of a sequence, which it owns. The column has
     * no other default.
     *
     * @see <a href="https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL">Serial Types</a>
     */
    record Serial(OwnedSequence sequence) implements Generation {}

    /**
     * GENERATED ... AS IDENTITY.
     *
     * @param always whether an INSERT may not give a value of its own; BY DEFAULT where it may
     * @see <a href="https://www.postgresql.org/docs/current/ddl-identity-columns.html">Identity Columns</a>
     */
    record Identity(boolean always, OwnedSequence sequence) implements Generation {}

    /**
     * GENERATED ALWAYS AS (expression).
     *
     * @param stored whether it is computed when the row is written; a virtual one (PostgreSQL 18) when it is read
     * @see <a href="https://www.postgresql.org/docs/current/ddl-generated-columns.html">Generated Columns</a>
     */
    record Computed(Expression expression, boolean stored) implements Generation {}
}
