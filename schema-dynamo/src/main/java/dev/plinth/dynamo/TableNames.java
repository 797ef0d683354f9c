package dev.plinth.dynamo;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the tables of a schema are called in an account: a prefix and a suffix for an environment, and names of their own for
 * tables that are there already. A name from {@link #map} is taken as it is, without prefix and suffix. Immutable.
 *
 * {@snippet :
 * TableNames.asDeclared().prefix("staging-").map("Reports", "legacy-incident-reports")
 * }
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 *      Naming rules</a>
 */
public final class TableNames {

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_.-]*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;
    private static final TableNames AS_DECLARED = new TableNames("", "", Map.of());

    private final String prefix;
    private final String suffix;
    private final Map<String, String> own;

    private TableNames(String prefix, String suffix, Map<String, String> own) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.own = own;
    }

    /** The names as they are. */
    public static TableNames asDeclared() {
        return AS_DECLARED;
    }

    /**
     * Puts a prefix before every name.
     *
     * @throws IllegalArgumentException when it has a character that a table name may not have
     */
    public TableNames prefix(String text) {
        return new TableNames(checked("prefix", text), suffix, own);
    }

    /**
     * Puts a suffix behind every name.
     *
     * @throws IllegalArgumentException when it has a character that a table name may not have
     */
    public TableNames suffix(String text) {
        return new TableNames(prefix, checked("suffix", text), own);
    }

    /**
     * Gives one table a name of its own.
     *
     * @param declared the name in the schema
     * @throws IllegalArgumentException when the name has a character that a table name may not have
     */
    public TableNames map(String declared, String name) {
        Map<String, String> more = new LinkedHashMap<>(own);
        more.put(declared, checked("name", name));
        return new TableNames(prefix, suffix, more);
    }

    private static String checked(String what, String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("table " + what + " \"" + text
                    + "\": the name of a DynamoDB table may hold letters, digits, '_', '.' and '-' only; take the rest out");
        }
        return text;
    }

    /** The name of a table in the account. */
    public String of(DynamoTable table) {
        return of(table.name());
    }

    private String of(String declared) {
        String named = own.get(declared);
        return named == null ? prefix + declared + suffix : named;
    }

    /** Every declared name with the one in the account, in the order declared: for the application's own settings. */
    public Map<String, String> of(Schema schema) {
        check(schema);
        Map<String, String> names = new LinkedHashMap<>();
        schema.dynamoTables().forEach(table -> names.put(table.name(), of(table)));
        return names;
    }

    /**
     * Checks the names before anything is asked or sent.
     *
     * @throws IllegalArgumentException with all problems: a name that is shorter than 3 or longer than 255 characters, two
     *     tables of one name, a mapped table that the schema does not have
     */
    public void check(Schema schema) {
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> byName = new TreeMap<>();
        for (DynamoTable table : schema.dynamoTables()) {
            length(table).ifPresent(problems::add);
            byName.computeIfAbsent(of(table), key -> new ArrayList<>()).add(table.name());
        }
        byName.values().stream().filter(tables -> tables.size() > 1).forEach(tables -> problems.add("DynamoDB tables "
                + String.join(" and ", tables) + ": both are called \"" + of(tables.get(0))
                + "\"; map one of them to another name"));
        own.keySet().stream()
                .filter(declared -> schema.dynamoTables().stream().noneMatch(table -> table.name().equals(declared)))
                .forEach(declared -> problems.add("map(\"" + declared + "\", ...): schema \"" + schema.name()
                        + "\" has no DynamoDB table of that name; its tables are " + declared(schema)));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Checks the name of one table.
     *
     * @throws IllegalArgumentException when it is shorter than 3 or longer than 255 characters
     */
    void check(DynamoTable table) {
        length(table).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    private Optional<String> length(DynamoTable table) {
        String name = of(table);
        return name.length() < SHORTEST || name.length() > LONGEST
                ? Optional.of("DynamoDB table " + table.name() + ": its name \"" + name + "\" has " + name.length()
                        + " characters; DynamoDB takes 3 to 255, so change the prefix or the suffix")
                : Optional.empty();
    }

    private static String declared(Schema schema) {
        return schema.dynamoTables().stream().map(DynamoTable::name).sorted().collect(Collectors.joining(", "));
    }

    /** Whether a name in the account looks like one of these. Without prefix and suffix there is no telling. */
    boolean covers(String name) {
        return isMarked() && name.startsWith(prefix) && name.endsWith(suffix);
    }

    /** Whether the table has a name of its own, without prefix and suffix. */
    boolean isMapped(DynamoTable table) {
        return own.containsKey(table.name());
    }

    boolean isMarked() {
        return !prefix.isEmpty() || !suffix.isEmpty();
    }

    /** For messages: {@code staging-*}; empty where every table has its declared name. */
    public String pattern() {
        return isMarked() ? prefix + "*" + suffix : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableNames names && prefix.equals(names.prefix) && suffix.equals(names.suffix)
                && own.equals(names.own);
    }

    @Override
    public int hashCode() {
        return Objects.hash(prefix, suffix, own);
    }

    @Override
    public String toString() {
        return "TableNames[" + prefix + "*" + suffix + ", " + own + "]";
    }
}
