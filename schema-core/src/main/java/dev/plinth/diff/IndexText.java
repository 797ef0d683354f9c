package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.StorageParameters;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of an index as a person reads them in a message. */
final class IndexText {

    private IndexText() {}

    static String keys(Index index) {
        return index.keys().stream().map(IndexText::key).collect(Collectors.joining(", ", "(", ")"));
    }

    static String include(Index index) {
        return index.include().isEmpty() ? "" : "(" + String.join(", ", index.include()) + ")";
    }

    static String nulls(Index index) {
        return index.nullsNotDistinct() ? "NULLS NOT DISTINCT" : "NULLS DISTINCT";
    }

    static String parameters(StorageParameters parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.values().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(", "));
    }

    static String predicate(Index index) {
        return index.predicate() == null ? "" : "WHERE " + ExpressionText.of(index.predicate());
    }

    /** Order of nulls is only said where it is not the usual one for the direction. */
    static String key(IndexKey key) {
        String target = switch (key.target()) {
            case IndexKey.Target.OfColumn column -> column.name();
            case IndexKey.Target.OfExpression expression -> ExpressionText.of(expression.expression());
        };
        return target
                + collation(key.collation())
                + operatorClass(key.operatorClass())
                + (key.direction() == IndexKey.Direction.DESC ? " DESC" : "")
                + (key.nulls() == key.direction().usualNulls() ? "" : " NULLS " + key.nulls());
    }

    private static String collation(@Nullable QualifiedName collation) {
        if (collation == null) {
            return "";
        }
        boolean builtIn = collation.namespace().equals("pg_catalog");
        return " COLLATE " + (builtIn ? "\"" + collation.name() + "\"" : collation.display());
    }

    private static String operatorClass(@Nullable OperatorClass operatorClass) {
        if (operatorClass == null) {
            return "";
        }
        String parameters = operatorClass.parameters().isEmpty()
                ? ""
                : " (" + parameters(operatorClass.parameters()) + ")";
        return " " + source(operatorClass.source()) + operatorClass.name() + parameters;
    }

    /** An extension is not named: its operator classes and operators are known by their own names. */
    static String source(Source source) {
        return switch (source) {
            case Source.BuiltIn() -> "";
            case Source.OfExtension ignored -> "";
            case Source.InNamespace(String namespace) -> namespace + ".";
        };
    }
}
