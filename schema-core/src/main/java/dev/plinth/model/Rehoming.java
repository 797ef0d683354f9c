package dev.plinth.model;

/**
 * Moves what is in one namespace into another: every name, references included. SQL texts stay as they are, but for the
 * queries of views and the commands of rules: what they name of the schema itself moves with it.
 */
record Rehoming(String from, String to) {

    Schema schema(Schema schema) {
        NameRehoming names = NameRehoming.of(schema, from, to);
        ObjectRehoming objects = new ObjectRehoming(names);
        TableRehoming tables = new TableRehoming(names, objects);
        return new Schema(
                schema.name(),
                schema.extensions(),
                schema.objects().stream().map(objects::object).toList(),
                schema.tables().stream().map(tables::table).toList(),
                schema.dynamoTables(),
                schema.description());
    }
}
