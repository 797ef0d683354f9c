package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a renderer has to know besides the change.
 *
 * @param extensionNamespaces the namespaces of extensions by the extension's name; {@code public} for all others
 * @param comments whether descriptions are written into CREATE TABLE as SQL comments
 */
public record RenderContext(Map<String, String> extensionNamespaces, boolean comments) {

    public RenderContext {
        extensionNamespaces = Map.copyOf(extensionNamespaces);
    }

    /** Every extension in {@code public}, no comments. */
    public static RenderContext defaults() {
        return new RenderContext(Map.of(), false);
    }

    /** Where the types of an extension are. */
    public String namespaceOf(String extension) {
        return extensionNamespaces.getOrDefault(extension, QualifiedName.DEFAULT_NAMESPACE);
    }

    /** The same with extensions where they are declared to be, unless something else is known. */
    public RenderContext withDeclared(List<Extension> extensions) {
        Map<String, String> namespaces = new HashMap<>(extensionNamespaces);
        extensions.stream()
                .filter(extension -> extension.namespace() != null)
                .forEach(extension -> namespaces.putIfAbsent(extension.name(), extension.namespace()));
        return new RenderContext(namespaces, comments);
    }

    /** The same with one extension in another namespace. */
    public RenderContext withExtension(String extension, String namespace) {
        Map<String, String> namespaces = new HashMap<>(extensionNamespaces);
        namespaces.put(extension, namespace);
        return new RenderContext(namespaces, comments);
    }

    /** The same with descriptions as SQL comments. */
    public RenderContext withComments() {
        return new RenderContext(extensionNamespaces, true);
    }
}
