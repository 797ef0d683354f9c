package dev.plinth.dsl;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import org.jspecify.annotations.Nullable;

/** An attribute of the DynamoDB table whose lambda is running. */
public final class AttributeHandle {

    private final DynamoDraft table;
    private final String name;
    private final AttributeType type;
    private @Nullable String description;

    AttributeHandle(DynamoDraft table, String name, AttributeType type) {
        this.table = table;
        this.name = name;
        this.type = type;
    }

    /** Documentation that stays in the model. */
    public AttributeHandle describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    String name() {
        return name;
    }

    boolean belongsTo(DynamoDraft other) {
        return table == other;
    }

    String owner() {
        return table.subject();
    }

    Attribute toModel() {
        return new Attribute(name, type, description);
    }
}
