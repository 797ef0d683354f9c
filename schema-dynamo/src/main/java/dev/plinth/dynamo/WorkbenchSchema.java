package dev.plinth.dynamo;

import dev.plinth.model.Schema;
import java.util.List;

/**
 * A schema that was read from a data model of NoSQL Workbench.
 *
 * @param leftOut what the data model says and a schema has no place for (sample data, facets, what a later Workbench adds), and what
 *     had to be assumed, one line for each
 */
public record WorkbenchSchema(Schema schema, List<String> leftOut) {
    public WorkbenchSchema {
        leftOut = List.copyOf(leftOut);
    }
}
