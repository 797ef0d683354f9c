package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.naming.TextSearchNames;
import dev.plinth.rule.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CREATE TEXT SEARCH CONFIGURATION. Lives inside the lambda of {@code textSearchConfiguration(...)}. */
public final class TextSearchConfigurationBuilder {

    private final QualifiedName name;
    private final Block block;
    private final Map<String, MappingStatement> mappings = new LinkedHashMap<>();
    private final Set<String> unmapped = new LinkedHashSet<>();
    private final Set<DatabaseObject> dictionaries = new LinkedHashSet<>();
    private @Nullable TextSearchName parser;
    private List<Mapping> copied = List.of();
    private @Nullable String description;
    private @Nullable String comment;

    private TextSearchConfigurationBuilder(QualifiedName name, Block block) {
        this.name = name;
        this.block = block;
    }

    static TextSearchConfiguration build(QualifiedName name, Consumer<TextSearchConfigurationBuilder> body) {
        Block block = new Block("textSearchConfiguration", name.display());
        TextSearchConfigurationBuilder builder = new TextSearchConfigurationBuilder(name, block);
        body.accept(builder);
        block.close();
        return builder.build();
    }

    private TextSearchConfiguration build() {
        if (parser == null) {
            throw block.refusal("has no parser", "Say parser(\"default\"), or copy(...) a configuration.");
        }
        Map<String, Mapping> whole = new LinkedHashMap<>();
        copied.stream()
                .filter(mapping -> !unmapped.contains(mapping.token()))
                .forEach(mapping -> whole.put(mapping.token(), mapping));
        mappings.forEach((token, mapping) -> whole.put(token, new Mapping(token, mapping.dictionaries())));
        List<DatabaseObject> objects = new ArrayList<>(dictionaries);
        objects.addAll(Comments.of(Target.of(Target.Kind.TEXT_SEARCH_CONFIGURATION, name), comment));
        return new TextSearchConfiguration(name, parser, List.copyOf(whole.values()), objects, description);
    }

    /** PARSER of PostgreSQL itself: {@code default} is the only one. */
    public TextSearchConfigurationBuilder parser(String predefined) {
        return parser(TextSearchName.builtIn(predefined));
    }

    /** PARSER that an extension brings, or that is there already. */
    public TextSearchConfigurationBuilder parser(TextSearchName existing) {
        block.requireUnsaid("parser(...) or copy(...)", parser);
        parser = existing;
        return this;
    }

    /** COPY of a configuration that PostgreSQL comes with: {@code copy("english")}. Its mappings are those of this one, too. */
    public TextSearchConfigurationBuilder copy(String predefined) {
        parser(TextSearchNames.PARSER);
        copied = TextSearchNames.mappings(predefined).orElseThrow(() -> block.refusal(
                "copies \"" + predefined + "\", which is no configuration of PostgreSQL",
                Suggestion.orElse(
                        predefined,
                        TextSearchNames.configurations(),
                        "Name one of " + String.join(", ", TextSearchNames.configurations())
                                + ", or copy a constant.")));
        return this;
    }

    /** COPY of a configuration of the schema. */
    public TextSearchConfigurationBuilder copy(TextSearchConfiguration other) {
        parser(other.parser());
        copied = other.mappings();
        other.objects().stream().filter(TextSearchDictionary.class::isInstance).forEach(dictionaries::add);
        return this;
    }

    /**
     * ADD MAPPING FOR, or ALTER MAPPING FOR where the token has a mapping that was copied: this one takes its place. Go on with
     * {@code with}.
     *
     * @param first a kind of token by the name that the parser has for it: {@code asciiword}, {@code hword}
     */
    public MappingStatement mappingFor(String first, String... more) {
        block.requireOpen();
        List<String> tokens = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        MappingStatement mapping = block.begin(
                new MappingStatement(block, dictionaries, tokens), TextSearchConfigurationBuilder.class);
        for (String token : tokens) {
            block.requireUnsaid("mappingFor(\"" + token + "\")", mappings.put(token, mapping));
        }
        return mapping;
    }

    /** DROP MAPPING FOR tokens whose mapping was copied: they are passed over. */
    public TextSearchConfigurationBuilder withoutMappingFor(String first, String... more) {
        block.requireOpen();
        Stream.concat(Stream.of(first), Stream.of(more)).forEach(token -> {
            if (copied.stream().noneMatch(mapping -> mapping.token().equals(token)) || !unmapped.add(token)) {
                throw block.refusal(
                        "withoutMappingFor(\"" + token + "\") takes away what is not there",
                        "Say copy(...) before it, or correct the name of the token.");
            }
        });
        return this;
    }

    /** COMMENT ON TEXT SEARCH CONFIGURATION, which is stored in the database. */
    public TextSearchConfigurationBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    /** Documentation that stays in the model. */
    public TextSearchConfigurationBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }
}
