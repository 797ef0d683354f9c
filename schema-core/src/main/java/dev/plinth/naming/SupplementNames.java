package dev.plinth.naming;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What comments and privileges are on, and what they are, as a person writes it. */
public final class SupplementNames {

    private SupplementNames() {}

    /** {@code column users.email}, {@code constraint adult on users}, {@code namespace app}. */
    public static String of(Target target) {
        return words(target.kind()) + " " + name(target);
    }

    /** What is said: {@code on column users.email}, {@code SELECT on table users to app}. */
    public static String of(Supplement said) {
        return switch (said) {
            case Comment comment -> "on " + of(comment.target());
            case Grant grant -> words(grant.privileges())
                    + (grant.columns().isEmpty() ? "" : " (" + String.join(", ", grant.columns()) + ")")
                    + " on " + of(grant.target()) + receivers(grant.roles(), grant.grantable());
            case DefaultPrivileges it -> words(it.privileges()) + " on " + words(it.objects()) + "s"
                    + (it.creator() == null ? "" : " of " + it.creator()) + " in " + of(it.target())
                    + receivers(it.roles(), it.grantable());
        };
    }

    private static String words(List<Privilege> privileges) {
        return privileges.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String receivers(List<String> roles, boolean grantable) {
        return " to " + (roles.isEmpty() ? "PUBLIC" : String.join(", ", roles))
                + (grantable ? " with grant option" : "");
    }

    private static String words(Target.Kind kind) {
        return kind == Target.Kind.DOMAIN_CONSTRAINT
                ? "constraint"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name without what it is. */
    public static String name(Target target) {
        String name = target.name().display();
        return switch (target.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, TYPE, DOMAIN, COLLATION, STATISTICS,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION ->
                name;
            case COLUMN -> name + "." + target.part();
            case CONSTRAINT, TRIGGER, RULE, POLICY -> target.part() + " on " + name;
            case DOMAIN_CONSTRAINT -> target.part() + " on domain " + name;
            case OPERATOR, FUNCTION, PROCEDURE -> name + "(" + types(target.arguments(), ", ") + ")";
            case CAST -> "(" + types(target.arguments(), " AS ") + ")";
            case NAMESPACE -> target.name().namespace();
        };
    }

    private static String types(List<ColumnType> types, String between) {
        return types.stream().map(ColumnType::byName).map(TypeNames::of).collect(Collectors.joining(between));
    }
}
