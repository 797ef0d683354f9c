package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes of CREATE INDEX and those of constraints have in common: keys, INCLUDE and WITH. What comes from
 * {@code pg_catalog} is bare, as it is always searched first.
 */
final class KeyRenderer {

    private static final String CATALOG = "pg_catalog";

    /** A number or a word; any other value of a parameter is a string. */
    private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?|[a-z_]+");

    private final RenderContext context;

    KeyRenderer(RenderContext context) {
        this.context = context;
    }

    QueryPart key(IndexKey key) {
        String nulls = key.nulls() == key.direction().usualNulls() ? "" : " NULLS " + key.nulls();
        return DSL.sql(
                "{0}{1}{2}{3}",
                target(key.target()),
                Parts.raw(collation(key.collation())),
                Parts.raw(operatorClass(key.operatorClass())),
                Parts.raw((key.direction() == Direction.DESC ? " DESC" : "") + nulls));
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + SqlText.identifiers(columns) + ")";
    }

    static String with(StorageParameters parameters) {
        return parameters.isEmpty() ? "" : " WITH (" + list(parameters) + ")";
    }

    /** The name as it has to be written: bare, or in its namespace. */
    String qualified(Source source, String name) {
        return source instanceof Source.BuiltIn
                ? SqlText.word(name)
                : namespace(source) + "." + SqlText.identifier(name);
    }

    /** The namespace of what comes from there, as it has to be written. */
    String namespace(Source source) {
        return SqlText.identifier(
                switch (source) {
                    case Source.BuiltIn() -> CATALOG;
                    case Source.OfExtension(String extension) -> context.namespaceOf(extension);
                    case Source.InNamespace(String namespace) -> namespace;
                });
    }

    private static QueryPart target(IndexKey.Target target) {
        return switch (target) {
            case IndexKey.Target.OfColumn column -> DSL.name(column.name());
            case IndexKey.Target.OfExpression of -> Parts.raw(SqlText.parenthesised(of.expression()));
        };
    }

    private static String collation(@Nullable QualifiedName collation) {
        if (collation == null) {
            return "";
        }
        boolean builtIn = collation.namespace().equals(CATALOG);
        return " COLLATE " + (builtIn ? SqlText.identifier(collation.name()) : SqlText.qualified(collation));
    }

    private String operatorClass(@Nullable OperatorClass operatorClass) {
        if (operatorClass == null) {
            return "";
        }
        StorageParameters parameters = operatorClass.parameters();
        return " " + qualified(operatorClass.source(), operatorClass.name())
                + (parameters.isEmpty() ? "" : " (" + list(parameters) + ")");
    }

    static String list(StorageParameters parameters) {
        return parameters.values().entrySet().stream()
                .map(KeyRenderer::parameter)
                .collect(Collectors.joining(", "));
    }

    private static String parameter(Map.Entry<String, String> parameter) {
        String value = parameter.getValue();
        return parameterName(parameter.getKey()) + " = "
                + (BARE.matcher(value).matches() ? value : SqlText.literal(value));
    }

    /** Those of a TOAST table have {@code toast.} before them. */
    private static String parameterName(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? SqlText.word(name)
                : SqlText.word(name.substring(0, dot)) + "." + SqlText.word(name.substring(dot + 1));
    }
}
