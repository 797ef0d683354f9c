package dev.plinth.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** CloudFormation's own description of resources, against which a template is held: names, types, required members. */
final class ResourceSpecification {

    private static final JsonNode RESOURCES = load().path("resources");

    private final List<String> problems = new ArrayList<>();

    private ResourceSpecification() {}

    /** Everything that CloudFormation would not understand, by its path. */
    static List<String> problems(JsonNode template) {
        ResourceSpecification specification = new ResourceSpecification();
        template.path("Resources").fields()
                .forEachRemaining(one -> specification.resource(one.getKey(), one.getValue()));
        return specification.problems;
    }

    private void resource(String id, JsonNode resource) {
        JsonNode type = RESOURCES.path(resource.path("Type").asText());
        if (type.isMissingNode()) {
            problems.add(id + ": unknown type " + resource.path("Type"));
        } else {
            object(id, resource.path("Properties"), type, type.path("definitions"));
        }
    }

    private void object(String path, JsonNode value, JsonNode definition, JsonNode definitions) {
        definition.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(path + ": without " + name.asText());
            }
        });
        value.fields().forEachRemaining(member -> {
            JsonNode type = definition.path("properties").path(member.getKey());
            String inner = path + "." + member.getKey();
            if (type.isMissingNode()) {
                problems.add(inner + ": unknown");
            } else {
                value(inner, member.getValue(), type, definitions);
            }
        });
    }

    private void value(String path, JsonNode value, JsonNode type, JsonNode definitions) {
        if (type.has("list")) {
            check(path, value.isArray() && !value.isEmpty(), "a list", value);
            value.forEach(element -> value(path + "[]", element, type.path("list"), definitions));
        } else if (type.has("object")) {
            check(path, value.isObject(), "an object", value);
            object(path, value, definitions.path(type.path("object").asText()), definitions);
        } else {
            scalar(path, value, type);
        }
    }

    private void scalar(String path, JsonNode value, JsonNode type) {
        switch (type.path("type").asText()) {
            case "string" -> check(path, value.isTextual() || isIntrinsic(value), "a text", value);
            case "integer" -> check(path, value.isIntegralNumber(), "an integer", value);
            case "number" -> check(path, value.isNumber(), "a number", value);
            case "boolean" -> check(path, value.isBoolean(), "true or false", value);
            case "json" -> check(path, value.isObject(), "an object", value);
            default -> problems.add(path + ": " + type + " is not checked");
        }
        if (type.has("allowed")) {
            check(path, type.path("allowed").toString().contains(value.toString()), type.path("allowed").toString(),
                    value);
        }
    }

    private static boolean isIntrinsic(JsonNode value) {
        return value.size() == 1 && (value.has("Ref") || value.has("Fn::Sub"));
    }

    private void check(String path, boolean right, String wanted, JsonNode value) {
        if (!right) {
            problems.add(path + ": must be " + wanted + ", is " + value);
        }
    }

    private static JsonNode load() {
        try (InputStream text = ResourceSpecification.class.getResourceAsStream("/cloudformation-resources.json")) {
            return new ObjectMapper().readTree(text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
