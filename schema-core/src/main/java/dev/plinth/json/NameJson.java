package dev.plinth.json;

import dev.plinth.model.QualifiedName;

/** Names: {@code "namespace"} stands before the name unless it is {@code public}. */
final class NameJson {

    private static final String NAMESPACE = "namespace";

    private NameJson() {}

    static Fields write(QualifiedName name, String field) {
        return new Fields()
                .put(NAMESPACE, name.namespace().equals(QualifiedName.DEFAULT_NAMESPACE) ? null : name.namespace())
                .put(field, name.name());
    }

    static QualifiedName read(JsonObject object, String field) {
        String namespace = object.optionalText(NAMESPACE);
        return new QualifiedName(
                namespace == null ? QualifiedName.DEFAULT_NAMESPACE : namespace, object.text(field));
    }
}
