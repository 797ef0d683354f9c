package dev.plinth.examples.domainflow.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Whether JSON has the fields of a playbook, all of them and no others, each of its type. */
final class PlaybookShape {

    private final List<String> problems = new ArrayList<>();

    private PlaybookShape() {}

    static List<String> problems(JsonNode json) {
        PlaybookShape shape = new PlaybookShape();
        if (shape.hasFields("", json, Set.of("agent_execution_graph"))) {
            shape.checkGraph("agent_execution_graph", json.get("agent_execution_graph"));
        }
        return shape.problems;
    }

    private void checkGraph(String path, JsonNode graph) {
        if (hasFields(path, graph, Set.of("nodes", "edges"))) {
            checkElements(path + ".nodes", graph.get("nodes"), this::checkText);
            checkElements(path + ".edges", graph.get("edges"), this::checkEdge);
        }
    }

    private void checkEdge(String path, JsonNode edge) {
        if (hasFields(path, edge, Set.of("from", "to"))) {
            checkText(path + ".from", edge.get("from"));
            checkText(path + ".to", edge.get("to"));
        }
    }

    private void checkElements(String path, JsonNode list, BiConsumer<String, JsonNode> check) {
        if (!list.isArray()) {
            problems.add(path + " is " + describe(list) + "; write a list");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            check.accept(path + "[" + i + "]", list.get(i));
        }
    }

    private void checkText(String path, JsonNode text) {
        if (!text.isTextual()) {
            problems.add(path + " is " + describe(text) + "; write the id of an agent as a string");
        }
    }

    /** Whether every field is there; one that should not be is a problem, but does not keep the others from being read. */
    private boolean hasFields(String path, JsonNode json, Set<String> names) {
        String place = path.isEmpty() ? "the text" : path;
        String wanted = String.join(", ", new TreeSet<>(names));
        if (!json.isObject()) {
            problems.add(place + " is " + describe(json) + "; write an object with the fields " + wanted);
            return false;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problems.add(prefix + name + " is not a field of a playbook; remove it, the fields here are " + wanted);
            }
        });
        List<String> missing = new TreeSet<>(names).stream().filter(name -> !json.has(name)).toList();
        missing.forEach(name -> problems.add(prefix + name + " is missing; add it"));
        return missing.isEmpty();
    }

    private static String describe(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case MISSING -> "empty";
        };
    }
}
