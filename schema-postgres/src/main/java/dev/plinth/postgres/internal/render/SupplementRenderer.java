package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** What is said of objects. Templates: jOOQ has a word for the comments of a few kinds only. */
final class SupplementRenderer {

    private final TypeRenderer types;

    SupplementRenderer(TypeRenderer types) {
        this.types = types;
    }

    QueryPart create(Supplement said) {
        return switch (said) {
            case Comment comment -> DSL.query(
                    "COMMENT ON {0} IS {1}",
                    Parts.raw(target(comment.target())),
                    Parts.raw(SqlText.literal(comment.text())));
            case Grant grant -> DSL.query(
                    "GRANT {0} ON {1} TO {2}",
                    Parts.raw(privileges(grant)),
                    Parts.raw(granted(grant.target())),
                    Parts.raw(receivers(grant.roles(), grant.grantable())));
            case DefaultPrivileges privileges -> DSL.query(
                    "ALTER DEFAULT PRIVILEGES{0} IN SCHEMA {1} GRANT {2} ON {3} TO {4}",
                    Parts.raw(privileges.creator() == null
                            ? ""
                            : " FOR ROLE " + SqlText.identifier(privileges.creator())),
                    DSL.name(privileges.name().namespace()),
                    Parts.raw(words(privileges.privileges(), "")),
                    Parts.raw(privileges.objects() + "S"),
                    Parts.raw(receivers(privileges.roles(), privileges.grantable())));
        };
    }

    private static String privileges(Grant grant) {
        return words(
                grant.privileges(),
                grant.columns().isEmpty() ? "" : " (" + SqlText.identifiers(grant.columns()) + ")");
    }

    private static String words(List<Privilege> privileges, String columns) {
        return privileges.stream().map(it -> it + columns).collect(Collectors.joining(", "));
    }

    private static String receivers(List<String> roles, boolean grantable) {
        return (roles.isEmpty() ? "PUBLIC" : SqlText.identifiers(roles)) + (grantable ? " WITH GRANT OPTION" : "");
    }

    /** The query that finds any comment on the same, which is not to be replaced; empty for what can be given twice. */
    String probe(Supplement said) {
        return switch (said) {
            case Comment comment when isPrefixOperator(comment.target()) -> "";
            case Comment comment -> "SELECT FROM pg_catalog.pg_description d JOIN pg_catalog.pg_get_object_address("
                    + address(comment.target())
                    + ") a ON a.classid = d.classoid AND a.objid = d.objoid AND a.objsubid = d.objsubid"
                    + (comment.target().kind() == Target.Kind.NAMESPACE
                            ? " WHERE d.description <> '" + Comment.OF_PUBLIC + "'"
                            : "");
            case Grant ignored -> "";
            case DefaultPrivileges ignored -> "";
        };
    }

    /** For which PostgreSQL has no address. */
    private static boolean isPrefixOperator(Target target) {
        return target.kind() == Target.Kind.OPERATOR && target.arguments().size() == 1;
    }

    /** GRANT has one word for tables and views of both kinds. */
    private String granted(Target target) {
        return target.kind() == Target.Kind.VIEW || target.kind() == Target.Kind.MATERIALIZED_VIEW
                ? "TABLE " + SqlText.qualified(target.name())
                : target(target);
    }

    private String target(Target target) {
        String name = SqlText.qualified(target.name());
        String part = SqlText.identifier(target.part());
        return switch (target.kind()) {
            case TABLE, VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, COLLATION, STATISTICS -> target.kind() + " " + name;
            case MATERIALIZED_VIEW, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
                target.kind().name().replace('_', ' ') + " " + name;
            case COLUMN -> "COLUMN " + name + "." + part;
            case CONSTRAINT, TRIGGER, RULE, POLICY -> target.kind() + " " + part + " ON " + name;
            case DOMAIN_CONSTRAINT -> "CONSTRAINT " + part + " ON DOMAIN " + name;
            case FUNCTION, PROCEDURE ->
                target.kind() + " " + name + "(" + String.join(", ", arguments(target)) + ")";
            case OPERATOR -> "OPERATOR " + OperatorRenderer.symbol(target.name()) + " ("
                    + (target.arguments().size() == 1 ? "NONE, " : "") + String.join(", ", arguments(target)) + ")";
            case CAST -> "CAST (" + String.join(" AS ", arguments(target)) + ")";
            case NAMESPACE -> "SCHEMA " + SqlText.identifier(target.name().namespace());
        };
    }

    private List<String> arguments(Target target) {
        return target.arguments().stream().map(types::text).toList();
    }

    /** As {@code pg_get_object_address} takes it: the kind, the names, the types of the arguments. */
    private String address(Target target) {
        List<String> names = new ArrayList<>(List.of(target.name().namespace()));
        if (!target.name().name().isEmpty()) {
            names.add(target.name().name());
        }
        boolean isOfType = target.kind() == Target.Kind.TYPE || target.kind() == Target.Kind.DOMAIN;
        List<String> path = isOfType || target.kind() == Target.Kind.DOMAIN_CONSTRAINT
                ? List.of(SqlText.qualified(target.name()))
                : names;
        if (target.kind() == Target.Kind.DOMAIN_CONSTRAINT) {
            return arguments("domain constraint", path, List.of(target.part()));
        }
        if (target.kind() == Target.Kind.CAST) {
            List<String> types = arguments(target);
            return arguments("cast", types.subList(0, 1), types.subList(1, 2));
        }
        if (!target.part().isEmpty()) {
            names.add(target.part());
        }
        return arguments(kind(target.kind()), path, arguments(target));
    }

    private static String kind(Target.Kind kind) {
        return switch (kind) {
            case COLUMN -> "table column";
            case CONSTRAINT -> "table constraint";
            case NAMESPACE -> "schema";
            case DOMAIN -> "type";
            case MATERIALIZED_VIEW, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case STATISTICS -> "statistics object";
            case TABLE, VIEW, INDEX, TRIGGER, RULE, POLICY, FUNCTION, PROCEDURE, SEQUENCE, TYPE, DOMAIN_CONSTRAINT,
                    COLLATION,
                    OPERATOR,
                    CAST ->
                kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String arguments(String kind, List<String> names, List<String> arguments) {
        return List.of(SqlText.literal(kind), ArrayLiterals.texts(names), ArrayLiterals.texts(arguments)).stream()
                .collect(Collectors.joining(", "));
    }
}
