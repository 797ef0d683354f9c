package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A composite type. Lives inside the lambda of {@code compositeType(...)}. */
public final class CompositeBuilder {

    private final Block block;
    private final List<CompositeType.Attribute> attributes = new ArrayList<>();
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final Map<String, String> comments = new LinkedHashMap<>();
    private @Nullable String description;

    private CompositeBuilder(Block block) {
        this.block = block;
    }

    static CompositeType build(QualifiedName name, Consumer<CompositeBuilder> body) {
        Block block = new Block("compositeType", name.display());
        CompositeBuilder builder = new CompositeBuilder(block);
        body.accept(builder);
        block.close();
        builder.objects.addAll(Comments.of(Target.Kind.TYPE, Target.Kind.COLUMN, name, builder.comments));
        return new CompositeType(name, builder.attributes, builder.objects, builder.description);
    }

    /** An attribute. */
    public CompositeBuilder attribute(String name, ColumnType type) {
        return add(name, type, null);
    }

    /** An attribute with a collation that PostgreSQL comes with. */
    public CompositeBuilder attribute(String name, ColumnType type, String predefinedCollation) {
        return add(name, type, new QualifiedName("pg_catalog", predefinedCollation));
    }

    /** An attribute with a collation of the schema, which comes into it with the type. */
    public CompositeBuilder attribute(String name, ColumnType type, Collation collation) {
        objects.add(collation);
        return add(name, type, collation.name());
    }

    /** COMMENT ON TYPE, which is stored in the database. */
    public CompositeBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comments.put("", text));
        return this;
    }

    /** COMMENT ON COLUMN: the same for an attribute, by its name. */
    public CompositeBuilder comment(String attribute, String text) {
        block.requireUnsaid("comment(\"" + attribute + "\", ...)", comments.put(attribute, text));
        return this;
    }

    /** Documentation that stays in the model. */
    public CompositeBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    private CompositeBuilder add(String name, ColumnType type, @Nullable QualifiedName collation) {
        block.requireOpen();
        block.requireType(name, type);
        if (attributes.stream().anyMatch(it -> it.name().equals(name))) {
            throw block.refusal(name, "is already an attribute of this type", "Rename one of the two, or drop it.");
        }
        attributes.add(new CompositeType.Attribute(name, type, collation));
        return this;
    }
}
