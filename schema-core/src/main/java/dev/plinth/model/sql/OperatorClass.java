package dev.plinth.model.sql;

/**
 * The operator class of a key: how its values are compared and what the index can be asked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/indexes-opclass.html">Operator Classes and Operator Families</a>
 */
public record OperatorClass(Source source, String name, StorageParameters parameters) {

    /** An operator class with a parameter: {@code siglen} of {@code gist_trgm_ops}. */
    public OperatorClass with(String parameter, long value) {
        return new OperatorClass(source, name, parameters.with(parameter, Long.toString(value)));
    }

    /** An operator class with a parameter whose value is a word or a fraction. */
    public OperatorClass with(String parameter, String value) {
        return new OperatorClass(source, name, parameters.with(parameter, value));
    }

    /** The same without its parameters. */
    public OperatorClass withoutParameters() {
        return new OperatorClass(source, name, StorageParameters.NONE);
    }
}
