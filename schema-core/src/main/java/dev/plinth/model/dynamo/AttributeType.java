package dev.plinth.model.dynamo;

/**
 * The data types of DynamoDB, with the codes of its API. Only the first three can be keys.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
public enum AttributeType {
    STRING("S"),
    NUMBER("N"),
    BINARY("B"),
    BOOLEAN("BOOL"),
    STRING_SET("SS"),
    NUMBER_SET("NS"),
    BINARY_SET("BS"),
    LIST(
            "L"),
    MAP("M");

    private final String code;

    AttributeType(String code) {
        this.code = code;
    }

    /** The code of the API. */
    public String code() {
        return code;
    }

    /** Whether a key may be of this type. */
    public boolean canBeKey() {
        return this == STRING || this == NUMBER || this == BINARY;
    }
}
