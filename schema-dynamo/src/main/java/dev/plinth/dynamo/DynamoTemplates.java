package dev.plinth.dynamo;

import dev.plinth.dynamo.internal.cloudformation.NamePrefix;
import dev.plinth.dynamo.internal.cloudformation.StackResources;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.render.Renderer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The DynamoDB tables of a schema as CloudFormation resources, for a stack that is to own them: for each an
 * {@code AWS::DynamoDB::Table}, or an {@code AWS::DynamoDB::GlobalTable} where it has replicas, and the resources of its auto
 * scaling. Immutable.
 *
 * {@snippet :
 * String template = DynamoTemplates.of().namePrefix("${AWS::StackName}-").render(SCHEMA).yaml();
 * }
 */
public final class DynamoTemplates implements Renderer<DynamoTemplate> {

    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final int LONGEST_DESCRIPTION = 1024;

    private final TableNames names;
    private final NamePrefix prefix;
    private final Map<String, String> logicalIds;
    private final Retention retention;
    private final boolean oneAfterAnother;

    private DynamoTemplates(
            TableNames names,
            NamePrefix prefix,
            Map<String, String> logicalIds,
            Retention retention,
            boolean oneAfterAnother) {
        this.names = names;
        this.prefix = prefix;
        this.logicalIds = logicalIds;
        this.retention = retention;
        this.oneAfterAnother = oneAfterAnother;
    }

    /** The tables under their declared names, retained when the stack is deleted. */
    public static DynamoTemplates of() {
        return new DynamoTemplates(TableNames.asDeclared(), NamePrefix.NONE, Map.of(), Retention.RETAIN, false);
    }

    /** Calls the tables otherwise than they are declared. */
    public DynamoTemplates names(TableNames tableNames) {
        return new DynamoTemplates(tableNames, prefix, logicalIds, retention, oneAfterAnother);
    }

    /**
     * Puts a text before every name that is not mapped, in which CloudFormation fills in values: {@code ${AWS::StackName}-}. Any
     * other reference, such as {@code ${Stage}}, becomes a parameter of the whole template.
     *
     * @throws IllegalArgumentException when it has a character that a table name may not have
     */
    public DynamoTemplates namePrefix(String text) {
        return new DynamoTemplates(names, new NamePrefix(text), logicalIds, retention, oneAfterAnother);
    }

    /**
     * Gives a table another logical id than the one that follows from its name, {@code user-sessions} being
     * {@code UserSessionsTable}: for a stack that has the table already, or two names that differ in punctuation only.
     *
     * @param declared the name in the schema
     * @throws IllegalArgumentException when it has a character that is neither a letter nor a digit
     */
    public DynamoTemplates logicalId(String declared, String id) {
        if (!LOGICAL_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "logical ID \"" + id + "\": it may hold letters and digits only, 1 to 255 of them");
        }
        Map<String, String> more = new LinkedHashMap<>(logicalIds);
        more.put(declared, id);
        return new DynamoTemplates(names, prefix, more, retention, oneAfterAnother);
    }

    /** What becomes of a table when the stack is deleted or would replace it; without this it is retained. */
    public DynamoTemplates retention(Retention what) {
        return new DynamoTemplates(names, prefix, logicalIds, what, oneAfterAnother);
    }

    /**
     * Lets the stack create tables with indexes one after another instead of all at once, as the manual of CloudFormation
     * demands for fear of DynamoDB's limit on tables that are being created.
     */
    public DynamoTemplates oneAfterAnother() {
        return new DynamoTemplates(names, prefix, logicalIds, retention, true);
    }

    /**
     * Makes the template, the tables in the order declared.
     *
     * @throws IllegalArgumentException with all problems: when {@link TableNames#check} refuses the names, two resources have
     *     one logical id, a table has what CloudFormation cannot say, or there is more than a template takes
     */
    @Override
    public DynamoTemplate render(Schema schema) {
        names.check(schema);
        check(schema);
        Map<String, Object> parameters = prefix.parameters();
        Map<String, Object> resources = new StackResources(
                names::of,
                this::prefix,
                logicalIds,
                retention.deletionPolicy(),
                retention.updateReplacePolicy(),
                oneAfterAnother)
                .of(schema);
        Set<String> twice = new TreeSet<>(parameters.keySet());
        twice.retainAll(resources.keySet());
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException(
                    "the parameters " + twice + " of the name prefix are logical IDs of tables too;"
                            + " give the tables others with logicalId(...)");
        }
        return new DynamoTemplate(description(schema), parameters, resources);
    }

    private NamePrefix prefix(DynamoTable table) {
        return names.isMapped(table) ? NamePrefix.NONE : prefix;
    }

    private void check(Schema schema) {
        List<String> declared = schema.dynamoTables().stream().map(DynamoTable::name).toList();
        List<String> unknown = logicalIds.keySet().stream().filter(name -> !declared.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.stream()
                    .map(name -> "logicalId(\"" + name + "\", ...): schema \"" + schema.name()
                            + "\" has no DynamoDB table of that name; its tables are "
                            + declared.stream().sorted().collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("\n")));
        }
    }

    private static @Nullable String description(Schema schema) {
        String text = schema.description();
        int bytes = text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("schema \"" + schema.name() + "\": its description has " + bytes
                    + " bytes, and that of a template " + LONGEST_DESCRIPTION + " at most; shorten it");
        }
        return text;
    }
}
