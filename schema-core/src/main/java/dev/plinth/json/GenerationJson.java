package dev.plinth.json;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Generated columns, and how sequences count. */
final class GenerationJson {

    private GenerationJson() {}

    static Fields write(Generation generation) {
        return switch (generation) {
            case Generation.Serial(var sequence) -> Fields.kind("serial").put("sequence", owned(sequence));
            case Generation.Identity(var always, var sequence) ->
                Fields.kind("identity").flag("always", always).put("sequence", owned(sequence));
            case Generation.Computed(var expression, var stored) ->
                Fields.kind("computed").put("expression", ExpressionJson.write(expression)).flag("virtual", !stored);
        };
    }

    static Generation read(JsonObject generation) {
        return switch (generation.text("kind")) {
            case "serial" -> new Generation.Serial(generation.object("sequence", GenerationJson::owned));
            case "identity" ->
                new Generation.Identity(
                        generation.flag("always"), generation.object("sequence", GenerationJson::owned));
            case "computed" ->
                new Generation.Computed(
                        generation.object("expression", ExpressionJson::read), !generation.flag("virtual"));
            default -> throw generation.problem("\"kind\" must be one of serial, identity, computed");
        };
    }

    /** What is said about a sequence beyond the usual. */
    static Fields options(SequenceOptions options) {
        SequenceOptions usual = SequenceOptions.of(options.type(), options.increment());
        return new Fields()
                .put("type", options.type())
                .put("increment", options.increment() == 1 ? null : options.increment())
                .put("minimum", unless(options.minimum(), usual.minimum()))
                .put("maximum", unless(options.maximum(), usual.maximum()))
                .put("start", unless(options.start(), usual.start()))
                .put("cache", unless(options.cache(), usual.cache()))
                .flag("cycle", options.cycle());
    }

    static SequenceOptions options(JsonObject options) {
        BuiltInType type = options.constant("type", BuiltInType.class);
        SequenceOptions usual = SequenceOptions.of(type, whole(options, "increment", 1));
        return new SequenceOptions(
                type,
                whole(options, "start", usual.start()),
                usual.increment(),
                whole(options, "minimum", usual.minimum()),
                whole(options, "maximum", usual.maximum()),
                whole(options, "cache", usual.cache()),
                options.flag("cycle"));
    }

    private static Fields owned(OwnedSequence sequence) {
        return new Fields().put("name", sequence.name()).all(options(sequence.options()));
    }

    private static OwnedSequence owned(JsonObject sequence) {
        return new OwnedSequence(sequence.text("name"), options(sequence));
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : Long.valueOf(value);
    }

    private static long whole(JsonObject object, String name, long otherwise) {
        return object.has(name) ? object.whole(name) : otherwise;
    }
}
