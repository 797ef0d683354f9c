package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.StorageParameters;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How indexes are stored: methods, operator classes and the parameters of both. */
final class StorageJson {

    private StorageJson() {}

    /** A b-tree is left out. */
    static Fields method(IndexMethod method) {
        return new Fields()
                .put("method", method.equals(IndexMethod.BTREE) ? null : method.name())
                .put("extension", method.extension());
    }

    static IndexMethod method(JsonObject index) {
        String method = index.optionalText("method");
        String extension = index.optionalText("extension");
        return method == null ? IndexMethod.BTREE : new IndexMethod(method, extension);
    }

    /** Left out where there are none. */
    static @Nullable Fields parameters(StorageParameters parameters) {
        if (parameters.isEmpty()) {
            return null;
        }
        Fields fields = new Fields();
        parameters.values().forEach(fields::put);
        return fields;
    }

    static StorageParameters parameters(JsonObject parent) {
        return parent.optionalObject("with", object -> {
            Map<String, String> values = new TreeMap<>();
            object.names().forEach(name -> values.put(name, object.text(name)));
            return StorageParameters.of(values);
        }).orElse(StorageParameters.NONE);
    }

    static @Nullable Fields collation(@Nullable QualifiedName collation) {
        return collation == null ? null
                : new Fields().put("namespace", collation.namespace()).put("name", collation.name());
    }

    static QualifiedName collation(JsonObject collation) {
        return new QualifiedName(collation.text("namespace"), collation.text("name"));
    }

    static @Nullable Fields operatorClass(@Nullable OperatorClass operatorClass) {
        return operatorClass == null ? null
                : source(operatorClass.source())
                        .put("name", operatorClass.name())
                        .put("with", parameters(operatorClass.parameters()));
    }

    static OperatorClass operatorClass(JsonObject operatorClass) {
        return new OperatorClass(source(operatorClass), operatorClass.text("name"), parameters(operatorClass));
    }

    /** What PostgreSQL itself has says nothing of where it comes from. */
    static Fields source(Source source) {
        return switch (source) {
            case Source.BuiltIn() -> new Fields();
            case Source.OfExtension(var extension) -> new Fields().put("extension", extension);
            case Source.InNamespace(var namespace) -> new Fields().put("namespace", namespace);
        };
    }

    static Source source(JsonObject object) {
        String extension = object.optionalText("extension");
        String namespace = object.optionalText("namespace");
        if (extension != null && namespace != null) {
            throw object.problem("\"extension\" and \"namespace\" exclude each other");
        }
        if (extension != null) {
            return new Source.OfExtension(extension);
        }
        return namespace == null ? Source.BUILT_IN : new Source.InNamespace(namespace);
    }
}
