package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Target;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A collation. Lives inside the lambda of {@code collation(...)}. */
public final class CollationBuilder {

    private final Block block;
    private Collation.@Nullable Provider provider;
    private @Nullable String locale;
    private @Nullable String ctype;
    private boolean deterministic = true;
    private @Nullable String rules;
    private @Nullable String description;
    private @Nullable String comment;

    private CollationBuilder(Block block) {
        this.block = block;
    }

    static Collation build(QualifiedName name, Consumer<CollationBuilder> body) {
        Block block = new Block("collation", name.display());
        CollationBuilder builder = new CollationBuilder(block);
        body.accept(builder);
        block.close();
        if (builder.locale == null) {
            throw block.refusal("has no locale", "Say its locale(...).");
        }
        return new Collation(
                name,
                builder.provider == null ? Collation.Provider.LIBC : builder.provider,
                builder.locale,
                builder.ctype,
                builder.deterministic,
                builder.rules,
                Comments.of(Target.of(Target.Kind.COLLATION, name), builder.comment),
                builder.description);
    }

    /** PROVIDER: LIBC where nothing is said, ICU, or BUILTIN from PostgreSQL 17 on. */
    public CollationBuilder provider(Collation.Provider wanted) {
        block.requireUnsaid("provider(...)", provider);
        provider = wanted;
        return this;
    }

    /** LOCALE: a language tag for ICU ({@code de-u-kn-true}), a name of the operating system for LIBC. */
    public CollationBuilder locale(String wanted) {
        block.requireUnsaid("locale(...)", locale);
        locale = wanted;
        return this;
    }

    /** LC_COLLATE and LC_CTYPE of the C library, where they differ. */
    public CollationBuilder locale(String lcCollate, String lcCtype) {
        locale(lcCollate);
        ctype = lcCtype.equals(lcCollate) ? null : lcCtype;
        return this;
    }

    /** DETERMINISTIC = false: texts that differ in case or accents only may be equal. ICU only. */
    public CollationBuilder notDeterministic() {
        block.requireOpen();
        deterministic = false;
        return this;
    }

    /** RULES of ICU's own syntax. Needs PostgreSQL 16. */
    public CollationBuilder rules(String wanted) {
        block.requireUnsaid("rules(...)", rules);
        rules = wanted;
        return this;
    }

    /** COMMENT ON COLLATION, which is stored in the database. */
    public CollationBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    /** Documentation that stays in the model. */
    public CollationBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }
}
