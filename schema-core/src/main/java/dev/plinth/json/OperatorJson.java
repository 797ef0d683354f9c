package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.UserOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators and casts. */
final class OperatorJson {

    private static final String NAME = "name";
    private static final String FUNCTION = "function";

    private OperatorJson() {}

    static Fields write(UserOperator operator, Fields fields) {
        return fields.put("left", operator.left() == null ? null : TypeJson.write(operator.left()))
                .put("right", TypeJson.write(operator.right()))
                .put(FUNCTION, name(operator.function()))
                .put("commutator", name(operator.commutator()))
                .put("negator", name(operator.negator()))
                .put("restrict", name(operator.estimates().restrict()))
                .put("join", name(operator.estimates().join()))
                .flag("hashes", operator.estimates().hashes())
                .flag("merges", operator.estimates().merges());
    }

    static UserOperator operator(JsonObject operator) {
        return new UserOperator(
                NameJson.read(operator, NAME),
                operator.optionalObject("left", TypeJson::read).orElse(null),
                operator.object("right", TypeJson::read),
                operator.object(FUNCTION, it -> NameJson.read(it, NAME)),
                name(operator, "commutator"),
                name(operator, "negator"),
                new UserOperator.Estimates(
                        name(operator, "restrict"),
                        name(operator, "join"),
                        operator.flag("hashes"),
                        operator.flag("merges")),
                List.of(),
                operator.optionalText("description"));
    }

    static Fields write(Cast cast) {
        return Fields.kind("cast")
                .put("source", TypeJson.write(cast.source()))
                .put("target", TypeJson.write(cast.target()))
                .put("method", cast.method())
                .put(FUNCTION, cast.function() == null ? null : function(cast.function()))
                .put("context", cast.context() == Cast.Context.EXPLICIT ? null : cast.context());
    }

    static Cast cast(JsonObject cast) {
        return new Cast(
                cast.object("source", TypeJson::read),
                cast.object("target", TypeJson::read),
                cast.constant("method", Cast.Method.class),
                cast.optionalObject(FUNCTION, OperatorJson::function).orElse(null),
                cast.constant("context", Cast.Context.EXPLICIT),
                List.of(),
                cast.optionalText("description"));
    }

    private static Fields function(ObjectName function) {
        return NameJson.write(function.name(), NAME).each("arguments", function.arguments(), TypeJson::write);
    }

    private static ObjectName function(JsonObject function) {
        return new ObjectName(
                ObjectName.Catalog.ROUTINE,
                NameJson.read(function, NAME),
                function.each("arguments", TypeJson::read));
    }

    private static @Nullable Fields name(@Nullable QualifiedName name) {
        return name == null ? null : NameJson.write(name, NAME);
    }

    private static @Nullable QualifiedName name(JsonObject operator, String field) {
        return operator.optionalObject(field, it -> NameJson.read(it, NAME)).orElse(null);
    }
}
