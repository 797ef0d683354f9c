package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.RangeType;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TYPE, CREATE DOMAIN, CREATE COLLATION, and what is added to a type. Templates, as jOOQ knows types of its own only,
 * and writes backslashes in labels for another setting.
 */
final class TypeDefinitionRenderer {

    private final TypeRenderer types;

    TypeDefinitionRenderer(TypeRenderer types) {
        this.types = types;
    }

    QueryPart create(EnumType type) {
        String labels = type.labels().stream().map(SqlText::literal).collect(Collectors.joining(", "));
        return DSL.query("CREATE TYPE {0} AS ENUM ({1})", Parts.name(type.name()), Parts.raw(labels));
    }

    QueryPart create(DomainType domain) {
        String checks = domain.checks().stream()
                .filter(it -> it.enforcement() == Enforcement.ENFORCED)
                .map(it -> " " + check(it))
                .collect(Collectors.joining());
        return DSL.query(
                "CREATE DOMAIN {0} AS {1}{2}{3}{4}{5}",
                Parts.name(domain.name()),
                Parts.raw(types.text(domain.base())),
                Parts.raw(collate(domain.collation())),
                Parts.raw(
                        domain.defaultValue() == null ? "" : " DEFAULT " + SqlText.defaultValue(domain.defaultValue())),
                Parts.raw(domain.nullable() ? "" : " NOT NULL"),
                Parts.raw(checks));
    }

    QueryPart create(CompositeType type) {
        String attributes = type.attributes().stream().map(this::attribute).collect(Collectors.joining(", "));
        return DSL.query("CREATE TYPE {0} AS ({1})", Parts.name(type.name()), Parts.raw(attributes));
    }

    QueryPart create(RangeType range) {
        List<String> options = new ArrayList<>(List.of("SUBTYPE = " + types.text(range.subtype())));
        add(options, "SUBTYPE_OPCLASS", range.operatorClass());
        add(options, "COLLATION", range.collation());
        add(options, "SUBTYPE_DIFF", range.subtypeDiff());
        add(options, "MULTIRANGE_TYPE_NAME", range.multirange());
        return DSL.query(
                "CREATE TYPE {0} AS RANGE ({1})", Parts.name(range.name()), Parts.raw(String.join(", ", options)));
    }

    QueryPart create(Collation collation, RenderMode mode) {
        List<String> options = new ArrayList<>();
        options.add("PROVIDER = " + collation.provider().name().toLowerCase(Locale.ROOT));
        if (collation.ctype() == null) {
            options.add("LOCALE = " + SqlText.literal(collation.locale()));
        } else {
            options.add("LC_COLLATE = " + SqlText.literal(collation.locale()));
            options.add("LC_CTYPE = " + SqlText.literal(collation.ctype()));
        }
        if (!collation.deterministic()) {
            options.add("DETERMINISTIC = false");
        }
        if (collation.rules() != null) {
            options.add("RULES = " + SqlText.literal(collation.rules()));
        }
        return DSL.query(
                mode == RenderMode.RERUNNABLE
                        ? "CREATE COLLATION IF NOT EXISTS {0} ({1})"
                        : "CREATE COLLATION {0} ({1})",
                Parts.name(collation.name()),
                Parts.raw(String.join(", ", options)));
    }

    QueryPart add(AddLabel added) {
        return DSL.query(
                "ALTER TYPE {0} ADD VALUE {1}{2}",
                Parts.name(added.type()),
                Parts.raw(SqlText.literal(added.label())),
                Parts.raw(added.neighbour() == null
                        ? ""
                        : " " + added.place() + " " + SqlText.literal(added.neighbour())));
    }

    QueryPart add(AddAttribute added) {
        return DSL.query(
                "ALTER TYPE {0} ADD ATTRIBUTE {1}", Parts.name(added.type()), Parts.raw(attribute(added.attribute())));
    }

    QueryPart add(AddDomainCheck added) {
        boolean isValid = added.check().enforcement() == Enforcement.ENFORCED;
        return DSL.query(
                "ALTER DOMAIN {0} ADD {1}{2}",
                Parts.name(added.type()),
                Parts.raw(check(added.check())),
                Parts.raw(isValid ? "" : " NOT VALID"));
    }

    QueryPart validate(ValidateDomainCheck validated) {
        return DSL.query(
                "ALTER DOMAIN {0} VALIDATE CONSTRAINT {1}",
                Parts.name(validated.type()),
                DSL.name(validated.check().name()));
    }

    /** The query that finds a check by its name and domain. */
    static String probe(AddDomainCheck added) {
        return "SELECT FROM pg_catalog.pg_constraint WHERE contypid = "
                + SqlText.literal(SqlText.qualified(added.type())) + "::pg_catalog.regtype AND conname = "
                + SqlText.literal(added.check().name());
    }

    /** The query that finds a type by its name. */
    static String probe(QualifiedName name) {
        return "SELECT FROM pg_catalog.pg_type WHERE typnamespace = "
                + SqlText.literal(SqlText.identifier(name.namespace())) + "::pg_catalog.regnamespace AND typname = "
                + SqlText.literal(name.name());
    }

    private String attribute(CompositeType.Attribute attribute) {
        return SqlText.identifier(attribute.name()) + " " + types.text(attribute.type())
                + collate(attribute.collation());
    }

    private static String check(Check check) {
        return "CONSTRAINT " + SqlText.identifier(check.name()) + " CHECK " + SqlText.parenthesised(check.condition());
    }

    private static String collate(@Nullable QualifiedName collation) {
        return collation == null ? "" : " COLLATE " + SqlText.qualified(collation);
    }

    private static void add(List<String> options, String word, @Nullable QualifiedName name) {
        if (name != null) {
            options.add(word + " = " + SqlText.qualified(name));
        }
    }
}
