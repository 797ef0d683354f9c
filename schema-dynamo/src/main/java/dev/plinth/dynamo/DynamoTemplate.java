package dev.plinth.dynamo;

import dev.plinth.dynamo.internal.json.JsonText;
import dev.plinth.dynamo.internal.json.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation template. JSON and YAML say the same; equal schemas give equal texts, with two spaces an indentation and LF
 * everywhere, also at the end. Made by {@link DynamoTemplates}.
 */
public final class DynamoTemplate {

    private static final String FORMAT_VERSION = "2010-09-09";

    private final @Nullable String description;
    private final Map<String, Object> parameters;
    private final Map<String, Object> resources;

    DynamoTemplate(@Nullable String description, Map<String, Object> parameters, Map<String, Object> resources) {
        this.description = description;
        this.parameters = parameters;
        this.resources = resources;
    }

    /** The whole template. */
    public String json() {
        return JsonText.of(whole());
    }

    /** The whole template. */
    public String yaml() {
        return YamlText.of(whole());
    }

    /** Logical id to resource: what stands under {@code Resources} of a template that has others too. */
    public String resourcesJson() {
        return JsonText.of(resources);
    }

    /** Logical id to resource: what stands under {@code Resources} of a template that has others too. */
    public String resourcesYaml() {
        return YamlText.of(resources);
    }

    private Map<String, Object> whole() {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", FORMAT_VERSION);
        if (description != null) {
            template.put("Description", description);
        }
        if (!parameters.isEmpty()) {
            template.put("Parameters", parameters);
        }
        template.put("Resources", resources);
        return template;
    }
}
