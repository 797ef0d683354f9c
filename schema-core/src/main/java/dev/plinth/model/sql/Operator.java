package dev.plinth.model.sql;

/** An operator by its symbol: {@code =}, {@code &&}. */
public record Operator(Source source, String symbol) {

    /** An operator of PostgreSQL itself. */
    public static Operator builtIn(String symbol) {
        return new Operator(Source.BUILT_IN, symbol);
    }
}
