package dev.plinth.dynamo;

import java.util.List;

/**
 * A data model for NoSQL Workbench.
 *
 * @param json what Workbench imports
 * @param leftOut what the schema says and a data model has no place for, one line for each; empty where it has everything
 */
public record WorkbenchModel(String json, List<String> leftOut) {
    public WorkbenchModel {
        leftOut = List.copyOf(leftOut);
    }
}
