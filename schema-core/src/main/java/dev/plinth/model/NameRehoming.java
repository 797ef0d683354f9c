package dev.plinth.model;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.ObjectName.Catalog;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.model.sql.UserType;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a name leads once what is in one namespace is in another. A function, an operator, a collation or a dictionary that the schema
 * does not create is there already, and stays.
 *
 * @param created what the schema creates, without arguments
 * @param own the names of whatever the schema has
 */
record NameRehoming(String from, String to, Set<ObjectName> created, Set<QualifiedName> own) {

    static NameRehoming of(Schema schema, String from, String to) {
        Set<ObjectName> created = schema.objects().stream()
                .map(ObjectName::of)
                .map(it -> new ObjectName(it.catalog(), it.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new NameRehoming(from, to, created, schema.names());
    }

    QualifiedName name(QualifiedName name) {
        return name.namespace().equals(from) ? new QualifiedName(to, name.name()) : name;
    }

    @Nullable
    QualifiedName nameOrNull(@Nullable QualifiedName name) {
        return name == null ? null : name(name);
    }

    private QualifiedName name(Catalog catalog, QualifiedName name) {
        return created.contains(new ObjectName(catalog, name)) ? name(name) : name;
    }

    QualifiedName routine(QualifiedName name) {
        return name(Catalog.ROUTINE, name);
    }

    @Nullable
    QualifiedName routineOrNull(@Nullable QualifiedName name) {
        return name == null ? null : routine(name);
    }

    @Nullable
    QualifiedName collation(@Nullable QualifiedName name) {
        return name == null ? null : name(Catalog.COLLATION, name);
    }

    Operator operator(Operator operator) {
        return operator.source() instanceof Source.InNamespace(String namespace)
                ? new Operator(
                        new Source.InNamespace(
                                name(Catalog.OPERATOR, new QualifiedName(namespace, operator.symbol())).namespace()),
                        operator.symbol())
                : operator;
    }

    /** A text search dictionary. */
    TextSearchName dictionary(TextSearchName dictionary) {
        return dictionary
                .inNamespace()
                .map(it -> name(Catalog.TEXT_SEARCH_DICTIONARY, it))
                .map(it -> new TextSearchName(new Source.InNamespace(it.namespace()), it.name()))
                .findFirst()
                .orElse(dictionary);
    }

    ObjectName objectName(ObjectName name) {
        boolean isRoutine = name.catalog() == Catalog.ROUTINE;
        return new ObjectName(
                name.catalog(),
                isRoutine ? routine(name.name()) : name(name.name()),
                name.arguments().stream().map(this::type).toList());
    }

    IndexKey key(IndexKey key) {
        return new IndexKey(
                key.target(), collation(key.collation()), key.operatorClass(), key.direction(), key.nulls());
    }

    Target target(Target target) {
        return new Target(
                target.kind(),
                name(target.name()),
                target.arguments().stream().map(this::type).toList(),
                target.part());
    }

    @Nullable
    Expression expression(@Nullable Expression expression) {
        return expression == null ? null : value(expression);
    }

    Expression value(Expression expression) {
        return expression instanceof Expression.NextValue next
                ? new Expression.NextValue(name(next.sequence()))
                : expression;
    }

    /** An SQL text in which what is of the schema itself stands with its namespace. */
    String text(String sql) {
        return QualifiedText.of(sql).moved(name -> name.namespace().equals(from) && own.contains(name), to);
    }

    ColumnType type(ColumnType type) {
        return switch (type) {
            case ColumnType.Named named -> new ColumnType.Named(name(named.name()));
            case ColumnType.Array array -> new ColumnType.Array(type(array.element()));
            case UserType defined -> new ColumnType.Named(name(defined.name()));
            case ColumnType.BuiltIn builtIn -> builtIn;
            case ColumnType.OfExtension ofExtension -> ofExtension;
            case ColumnType.Native text -> text;
        };
    }
}
