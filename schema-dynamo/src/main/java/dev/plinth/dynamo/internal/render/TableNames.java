package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.regex.Pattern;

/**
 * From the logical name of a table to the one in the account.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 *      Naming rules</a>
 */
public record TableNames(String prefix) {

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_.-]*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;

    /** The names as they are. */
    public static final TableNames WITHOUT_PREFIX = new TableNames("");

    public TableNames {
        if (!ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException("tablePrefix(\"" + prefix
                    + "\"): the name of a DynamoDB table may hold letters, digits, '_', '.' and '-' only; take the rest out");
        }
    }

    /**
     * The name in the account.
     *
     * @throws IllegalArgumentException when it is shorter than 3 or longer than 255 characters
     */
    public String of(DynamoTable table) {
        String name = prefix + table.name();
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "DynamoDB table " + table.name() + ": its name with the prefix \"" + prefix
                            + "\" has " + name.length() + " characters; DynamoDB takes 3 to 255, so change the prefix");
        }
        return name;
    }
}
