package dev.plinth;

import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.List;

/** What is left aside: stores that the schema has nothing for, and parts of the schema that no store was given for. */
final class Coverage {

    private Coverage() {}

    static List<String> notes(Schema schema, List<Store> stores) {
        List<String> notes = new ArrayList<>();
        for (Store store : stores) {
            if (!store.concerns(schema)) {
                notes.add(store.name() + " was skipped: the schema has nothing for it");
            }
        }
        addUncovered(notes, schema.onlySql(), stores, "PostgreSQL", schema.tables().size());
        addUncovered(notes, schema.onlyDynamo(), stores, "DynamoDB", schema.dynamoTables().size());
        return notes;
    }

    private static void addUncovered(List<String> notes, Schema part, List<Store> stores, String family, int tables) {
        boolean isThere = part.hasSqlPart() || part.hasDynamoPart();
        if (isThere && stores.stream().noneMatch(store -> store.concerns(part))) {
            notes.add("no store was given for the " + which(family, tables));
        }
    }

    private static String which(String family, int tables) {
        if (tables == 0) {
            return "part in " + family;
        }
        return tables == 1 ? family + " table" : tables + " " + family + " tables";
    }
}
