package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CREATE TEXT SEARCH DICTIONARY. Lives inside the lambda of {@code textSearchDictionary(...)}. */
public final class TextSearchDictionaryBuilder {

    private final Block block;
    private final SortedMap<String, String> options = new TreeMap<>();
    private @Nullable TextSearchName template;
    private @Nullable String description;
    private @Nullable String comment;

    private TextSearchDictionaryBuilder(Block block) {
        this.block = block;
    }

    static TextSearchDictionary build(QualifiedName name, Consumer<TextSearchDictionaryBuilder> body) {
        Block block = new Block("textSearchDictionary", name.display());
        TextSearchDictionaryBuilder builder = new TextSearchDictionaryBuilder(block);
        body.accept(builder);
        block.close();
        if (builder.template == null) {
            throw block.refusal("has no template", "Say its template(...), for example template(\"snowball\").");
        }
        return new TextSearchDictionary(
                name,
                builder.template,
                builder.options,
                Comments.of(Target.of(Target.Kind.TEXT_SEARCH_DICTIONARY, name), builder.comment),
                builder.description);
    }

    /** TEMPLATE of PostgreSQL itself: {@code simple}, {@code synonym}, {@code thesaurus}, {@code ispell}, {@code snowball}. */
    public TextSearchDictionaryBuilder template(String predefined) {
        return template(TextSearchName.builtIn(predefined));
    }

    /** TEMPLATE that an extension brings, or that is there already. */
    public TextSearchDictionaryBuilder template(TextSearchName existing) {
        block.requireUnsaid("template(...)", template);
        template = existing;
        return this;
    }

    /** An option of the template: {@code option("stopwords", "english")}. Capital letters in its name are no matter, as in SQL. */
    public TextSearchDictionaryBuilder option(String name, String value) {
        block.requireUnsaid("option(\"" + name + "\", ...)", options.put(name.toLowerCase(Locale.ROOT), value));
        return this;
    }

    /** An option that is a number. */
    public TextSearchDictionaryBuilder option(String name, long value) {
        return option(name, Long.toString(value));
    }

    /** An option that is a boolean. */
    public TextSearchDictionaryBuilder option(String name, boolean value) {
        return option(name, Boolean.toString(value));
    }

    /** COMMENT ON TEXT SEARCH DICTIONARY, which is stored in the database. */
    public TextSearchDictionaryBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    /** Documentation that stays in the model. */
    public TextSearchDictionaryBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }
}
