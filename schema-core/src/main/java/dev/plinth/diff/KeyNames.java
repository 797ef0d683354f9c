package dev.plinth.diff;

/** Names of keys of the key service, as a schema has them: an ARN, an id or an alias. DynamoDB tells ARNs only. */
final class KeyNames {

    static final String ALIAS_ADVICE =
            "an alias cannot be compared with a key: write the ARN of the key in the schema";

    private KeyNames() {}

    /** Whether only the key service could tell which key it is. */
    static boolean isAlias(String name) {
        return name.contains("alias/");
    }

    /** Whether it is the name of the key with that ARN. */
    static boolean isOf(String name, String arn) {
        return arn.equals(name) || arn.endsWith("/" + name);
    }
}
