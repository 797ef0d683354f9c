package dev.plinth.dynamo.internal.workbench;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.KeySchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of a table as they are come across: those of keys, the others, those of indexes. */
final class Attributes {

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    List<Attribute> all() {
        return List.copyOf(attributes.values());
    }

    KeySchema key(Part key) {
        String partition = key.object("PartitionKey", this::attribute);
        Optional<String> sort = key.optionalObject("SortKey", this::attribute);
        return new KeySchema(List.of(partition), sort.stream().toList());
    }

    /** Its name. A type that no attribute of a schema has (NULL) leaves it out. */
    String attribute(Part one) {
        String name = one.text("AttributeName");
        String code = one.text("AttributeType");
        Stream.of(AttributeType.values()).filter(type -> type.code().equals(code)).findFirst().ifPresentOrElse(
                type -> add(one, new Attribute(name, type, null)),
                () -> one.leftOut("attribute " + name + " of type " + code));
        return name;
    }

    private void add(Part part, Attribute attribute) {
        Attribute before = attributes.putIfAbsent(attribute.name(), attribute);
        if (before != null && before.type() != attribute.type()) {
            throw part.problem("attribute " + attribute.name() + " is " + attribute.type().code() + " here and "
                    + before.type().code() + " elsewhere");
        }
    }
}
