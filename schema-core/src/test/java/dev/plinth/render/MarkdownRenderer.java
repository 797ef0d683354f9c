package dev.plinth.render;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page about a schema, as an application might want one. */
final class MarkdownRenderer implements Renderer<String> {

    @Override
    public String render(Schema schema) {
        return "# " + schema.name() + "\n"
                + schema.tables().stream().map(MarkdownRenderer::table).collect(Collectors.joining())
                + schema.dynamoTables().stream().map(MarkdownRenderer::table).collect(Collectors.joining());
    }

    private static String table(Table table) {
        return "\n## " + table.name().display() + "\n" + paragraph(table.description())
                + "\n| column | type | null | description |\n|---|---|---|---|\n"
                + table.columns().stream().map(MarkdownRenderer::row).collect(Collectors.joining());
    }

    private static String row(Column column) {
        return "| " + column.name() + " | " + TypeNames.of(column.type()) + " | " + (column.nullable() ? "yes" : "no")
                + " | " + cell(column.description()) + " |\n";
    }

    private static String table(DynamoTable table) {
        return "\n## " + table.name() + " (DynamoDB)\n" + paragraph(table.description()) + "\nKey: "
                + String.join(", ", table.key().partitionKey()) + "\n";
    }

    private static String paragraph(@Nullable String text) {
        return text == null ? "" : "\n" + text + "\n";
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : text.replace("|", "\\|");
    }
}
