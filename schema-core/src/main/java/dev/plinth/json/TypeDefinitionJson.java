package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.RangeType;
import org.jspecify.annotations.Nullable;

/** Domains, composite and range types, collations. */
final class TypeDefinitionJson {

    private static final String NAME = "name";
    private static final String COLLATION = "collation";

    private TypeDefinitionJson() {}

    static Fields write(Collation collation, Fields fields) {
        return fields.put("provider", collation.provider())
                .put("locale", collation.locale())
                .put("ctype", collation.ctype())
                .flag("notDeterministic", !collation.deterministic())
                .put("rules", collation.rules());
    }

    static Collation collation(JsonObject collation) {
        return new Collation(
                NameJson.read(collation, NAME),
                collation.constant("provider", Collation.Provider.class),
                collation.text("locale"),
                collation.optionalText("ctype"),
                !collation.flag("notDeterministic"),
                collation.optionalText("rules"),
                collation.optionalText("description"));
    }

    static Fields write(DomainType domain, Fields fields) {
        return fields.put("type", TypeJson.write(domain.base()))
                .put(COLLATION, name(domain.collation()))
                .put("default", domain.defaultValue() == null ? null : ExpressionJson.write(domain.defaultValue()))
                .flag("notNull", !domain.nullable())
                .each("checks", domain.checks(), TypeDefinitionJson::check);
    }

    static DomainType domain(JsonObject domain) {
        return new DomainType(
                NameJson.read(domain, NAME),
                domain.object("type", TypeJson::read),
                name(domain, COLLATION),
                domain.optionalObject("default", ExpressionJson::read).orElse(null),
                !domain.flag("notNull"),
                domain.each("checks", TypeDefinitionJson::check),
                domain.optionalText("description"));
    }

    static Fields write(CompositeType type, Fields fields) {
        return fields.each("attributes", type.attributes(), TypeDefinitionJson::attribute);
    }

    static CompositeType composite(JsonObject type) {
        return new CompositeType(
                NameJson.read(type, NAME),
                type.each("attributes", TypeDefinitionJson::attribute),
                type.optionalText("description"));
    }

    static Fields write(RangeType range, Fields fields) {
        return fields.put("subtype", TypeJson.write(range.subtype()))
                .put("operatorClass", name(range.operatorClass()))
                .put(COLLATION, name(range.collation()))
                .put("subtypeDiff", name(range.subtypeDiff()))
                .put("multirange", range.multirange().name());
    }

    static RangeType range(JsonObject range) {
        QualifiedName name = NameJson.read(range, NAME);
        return new RangeType(
                name,
                range.object("subtype", TypeJson::read),
                name(range, "operatorClass"),
                name(range, COLLATION),
                name(range, "subtypeDiff"),
                name.sibling(range.text("multirange")),
                range.optionalText("description"));
    }

    private static Fields check(Check check) {
        return new Fields()
                .put(NAME, check.name())
                .put("condition", ExpressionJson.write(check.condition()))
                .flag("notValid", check.enforcement() == Enforcement.NOT_VALID);
    }

    private static Check check(JsonObject check) {
        return new Check(
                check.text(NAME),
                check.object("condition", ExpressionJson::read),
                false,
                check.flag("notValid") ? Enforcement.NOT_VALID : Enforcement.ENFORCED,
                null);
    }

    private static Fields attribute(CompositeType.Attribute attribute) {
        return new Fields()
                .put(NAME, attribute.name())
                .put("type", TypeJson.write(attribute.type()))
                .put(COLLATION, name(attribute.collation()));
    }

    private static CompositeType.Attribute attribute(JsonObject attribute) {
        return new CompositeType.Attribute(
                attribute.text(NAME), attribute.object("type", TypeJson::read), name(attribute, COLLATION));
    }

    private static @Nullable Fields name(@Nullable QualifiedName name) {
        return name == null ? null : NameJson.write(name, NAME);
    }

    private static @Nullable QualifiedName name(JsonObject object, String field) {
        return object.optionalObject(field, it -> NameJson.read(it, NAME)).orElse(null);
    }
}
