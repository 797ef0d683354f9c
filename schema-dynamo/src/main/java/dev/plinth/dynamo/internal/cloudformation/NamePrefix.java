package dev.plinth.dynamo.internal.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Text before the names of tables in which CloudFormation may fill in values: {@code ${AWS::StackName}-}. */
public record NamePrefix(String text) {

    private static final Pattern ALLOWED =
            Pattern.compile("(?:[a-zA-Z0-9_.-]|\\$\\{(?:AWS::[A-Za-z]+|[A-Za-z0-9]+)})*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:]+)}");

    /** Nothing before the names. */
    public static final NamePrefix NONE = new NamePrefix("");

    public NamePrefix {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "name prefix \"" + text + "\": it may hold letters, digits, '_', '.', '-' and"
                            + " references such as ${AWS::StackName} or ${Stage}; take the rest out");
        }
    }

    /** A table name: a text, or {@code Fn::Sub} where a value is to be filled in. */
    Object before(String name) {
        String whole = text + name;
        return REFERENCE.matcher(text).find() ? Members.of("Fn::Sub", whole) : whole;
    }

    /** The characters that are there before any value is filled in. */
    int length() {
        return REFERENCE.matcher(text).replaceAll("").length();
    }

    /** The parameters that the template has to declare: what is referred to and is none of CloudFormation's own. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> names = REFERENCE.matcher(text).results().map(found -> found.group(1)).toList();
        names.stream().filter(name -> !name.contains(":")).forEach(
                name -> parameters.put(name, Members.of("Type", "String")));
        return parameters;
    }
}
