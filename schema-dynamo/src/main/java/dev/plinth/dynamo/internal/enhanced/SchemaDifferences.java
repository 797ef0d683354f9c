package dev.plinth.dynamo.internal.enhanced;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What a declared table and the table schemas of an application say differently: one line for each. */
public final class SchemaDifferences {

    private final DynamoTable table;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> mapped = new HashSet<>();

    private SchemaDifferences(DynamoTable table) {
        this.table = table;
    }

    /**
     * All differences. Each schema has to have the key of the table; an index has to be in one of them at least, since several
     * classes may share a table and each of them use some of its indexes.
     */
    public static List<String> of(DynamoTable table, List<? extends TableSchema<?>> schemas) {
        SchemaDifferences differences = new SchemaDifferences(table);
        schemas.forEach(differences::compare);
        table.localIndexes().forEach(differences::missing);
        table.globalIndexes().forEach(differences::missing);
        return differences.differences;
    }

    private void compare(TableSchema<?> schema) {
        String subject = schema.itemType().rawClass().getSimpleName();
        MappedKeys keys = MappedKeys.of(schema);
        if (!keys.key().equals(table.key())) {
            differ(subject, "key", table.key(), keys.key(), KeyAdvice.primary(table.key()));
        }
        keys.indexes().forEach((name, key) -> index(subject, name, key));
        keys.types().forEach((name, code) -> type(subject, name, code));
        mapped.addAll(keys.indexes().keySet());
    }

    private void index(String subject, String name, KeySchema found) {
        table.localIndexes().stream().filter(index -> index.name().equals(name)).findFirst().ifPresentOrElse(
                index -> local(subject, index, found),
                () -> table.globalIndexes().stream()
                        .filter(index -> index.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(index -> global(subject, index, found), () -> unknown(subject, name, found)));
    }

    private void local(String subject, LocalIndex index, KeySchema found) {
        String advice = KeyAdvice.local(index.name(), index.sortKey());
        if (!found.partitionKey().isEmpty()) {
            add(subject,
                    "index " + index.name()
                            + ": it is a local one in the table, and a partition key of its own makes it a"
                            + " global one for the Enhanced client",
                    advice);
        } else if (!found.sortKey().equals(List.of(index.sortKey()))) {
            differ(subject, "index " + index.name(), new KeySchema(List.of(), List.of(index.sortKey())), found, advice);
        }
    }

    private void global(String subject, GlobalIndex index, KeySchema found) {
        String advice = KeyAdvice.global(index.name(), index.key());
        if (found.partitionKey().isEmpty()) {
            add(subject,
                    "index " + index.name()
                            + ": it is a global one in the table, and without a partition key of its own it"
                            + " is a local one for the Enhanced client",
                    advice);
        } else if (!found.equals(index.key())) {
            differ(subject, "index " + index.name(), index.key(), found, advice);
        }
    }

    private void unknown(String subject, String name, KeySchema found) {
        String indexes = Stream.concat(
                table.localIndexes().stream().map(LocalIndex::name),
                table.globalIndexes().stream().map(GlobalIndex::name))
                .collect(Collectors.joining(", "));
        add(subject, "index " + name + " on " + MappedKeys.display(found) + ": the table has no index of that name"
                + (indexes.isEmpty() ? " and no other" : "; it has " + indexes),
                "use one of these, or declare "
                        + (found.partitionKey().isEmpty() ? "localIndex" : "globalIndex") + "(\"" + name + "\")");
    }

    /** An attribute that the table has no key on differs already by its key. */
    private void type(String subject, String name, String code) {
        table.attribute(name)
                .map(attribute -> attribute.type())
                .filter(type -> type.canBeKey() && !type.code().equals(code))
                .ifPresent(
                        type -> add(subject,
                                "attribute " + name + ": the table has a " + word(type) + " (" + type.code()
                                        + "), the class " + code,
                                "give it a Java type that is stored as a " + word(type)));
    }

    private void missing(LocalIndex index) {
        if (!mapped.contains(index.name())) {
            add("index " + index.name(), "no class has it", KeyAdvice.local(index.name(), index.sortKey()));
        }
    }

    private void missing(GlobalIndex index) {
        if (!mapped.contains(index.name())) {
            add("index " + index.name(), "no class has it", KeyAdvice.global(index.name(), index.key()));
        }
    }

    private void differ(String subject, String part, KeySchema declared, KeySchema found, String advice) {
        add(subject, part + ": the table has " + MappedKeys.display(declared) + ", the class "
                + MappedKeys.display(found), advice);
    }

    private void add(String subject, String what, String advice) {
        differences.add("DynamoDB table " + table.name() + ", " + subject + ": " + what + "; " + advice);
    }

    private static String word(AttributeType type) {
        return type == AttributeType.BINARY ? "binary value" : type.name().toLowerCase(Locale.ROOT);
    }
}
