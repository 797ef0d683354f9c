package dev.plinth.dynamo;

import dev.plinth.dynamo.internal.workbench.LeftOut;
import dev.plinth.dynamo.internal.workbench.ModelReader;
import dev.plinth.dynamo.internal.workbench.ModelWriter;
import dev.plinth.model.Schema;
import dev.plinth.render.Renderer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The DynamoDB tables of a schema as a data model of NoSQL Workbench, to look at and to try, and such a model as a schema: to
 * begin with what was designed there. Immutable.
 *
 * {@snippet :
 * Files.writeString(file, DynamoWorkbench.of().author("orders").render(SCHEMA).json());
 * Schema designed = DynamoWorkbench.read(Files.readString(file)).schema();
 * }
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/workbench.html">NoSQL Workbench</a>
 */
public final class DynamoWorkbench implements Renderer<WorkbenchModel> {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM dd, yyyy, hh:mm a", Locale.ENGLISH);

    private final String author;
    private final LocalDateTime date;

    private DynamoWorkbench(String author, LocalDateTime date) {
        this.author = author;
        this.date = date;
    }

    /** Without an author, and of a date that is always the same, so that equal schemas give equal models. */
    public static DynamoWorkbench of() {
        return new DynamoWorkbench("", LocalDateTime.of(1970, 1, 1, 0, 0));
    }

    /** Who made the model. */
    public DynamoWorkbench author(String name) {
        return new DynamoWorkbench(name, date);
    }

    /** When the model was made. */
    public DynamoWorkbench date(LocalDateTime when) {
        return new DynamoWorkbench(author, when);
    }

    @Override
    public WorkbenchModel render(Schema schema) {
        return new WorkbenchModel(new ModelWriter(author, DATE.format(date)).json(schema), LeftOut.of(schema));
    }

    /**
     * Reads a data model that Workbench exported.
     *
     * @throws IllegalArgumentException when it is none, with the path of what is wrong
     * @throws dev.plinth.rule.InvalidSchemaException when DynamoDB would not take such tables
     */
    public static WorkbenchSchema read(String json) {
        ModelReader reader = new ModelReader();
        Schema schema = reader.schema(json);
        return new WorkbenchSchema(schema, reader.leftOut());
    }
}
