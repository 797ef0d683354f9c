package dev.plinth.dsl;

import dev.plinth.model.sql.Extension;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CREATE EXTENSION. Lives inside the lambda of {@code extension(...)}. */
public final class ExtensionBuilder {

    private final Block block;
    private @Nullable String namespace;
    private @Nullable String version;
    private @Nullable String comment;

    private ExtensionBuilder(Block block) {
        this.block = block;
    }

    static Extension build(String name, Consumer<ExtensionBuilder> options) {
        Block block = new Block("extension", name);
        ExtensionBuilder builder = new ExtensionBuilder(block);
        options.accept(builder);
        block.close();
        return new Extension(name, builder.namespace, builder.version, builder.comment);
    }

    /** SCHEMA: the namespace of what the extension brings; it is created where it does not exist. */
    public ExtensionBuilder schema(String namespaceName) {
        block.requireUnsaid("schema(...)", namespace);
        namespace = namespaceName;
        return this;
    }

    /** VERSION, exactly as the server calls it: {@code "3.4.2"}. */
    public ExtensionBuilder version(String exactly) {
        block.requireUnsaid("version(...)", version);
        version = exactly;
        return this;
    }

    /** COMMENT ON EXTENSION, where Plinth creates it: instead of the comment that every extension comes with. */
    public ExtensionBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }
}
