package dev.plinth.json;

import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;

/** What is said of objects: comments and privileges. */
final class SupplementJson {

    private SupplementJson() {}

    static Fields write(Supplement said) {
        return switch (said) {
            case Comment comment -> Fields.kind("comment")
                    .put("on", target(comment.target()))
                    .put("text", comment.text());
            case Grant grant -> Fields.kind("grant")
                    .put("on", target(grant.target()))
                    .list("privileges", grant.privileges())
                    .list("columns", grant.columns())
                    .list("roles", grant.roles())
                    .flag("grantable", grant.grantable())
                    .flag("exclusive", grant.exclusive());
            case DefaultPrivileges it -> Fields.kind("defaultPrivileges")
                    .put("in", target(it.target()))
                    .put("creator", it.creator())
                    .put("objects", it.objects())
                    .list("privileges", it.privileges())
                    .list("roles", it.roles())
                    .flag("grantable", it.grantable());
        };
    }

    static Comment comment(JsonObject comment) {
        return new Comment(comment.object("on", SupplementJson::target), comment.text("text"));
    }

    static Grant grant(JsonObject grant) {
        return new Grant(
                grant.object("on", SupplementJson::target),
                grant.constants("privileges", Privilege.class),
                grant.texts("columns"),
                grant.texts("roles"),
                grant.flag("grantable"),
                grant.flag("exclusive"));
    }

    static DefaultPrivileges defaultPrivileges(JsonObject privileges) {
        return new DefaultPrivileges(
                privileges.object("in", SupplementJson::target),
                privileges.optionalText("creator"),
                privileges.constant("objects", Target.Kind.class),
                privileges.constants("privileges", Privilege.class),
                privileges.texts("roles"),
                privileges.flag("grantable"));
    }

    private static Fields target(Target target) {
        return new Fields()
                .put("kind", target.kind())
                .all(NameJson.write(target.name(), "name"))
                .each("arguments", target.arguments(), TypeJson::write)
                .text("part", target.part());
    }

    private static Target target(JsonObject target) {
        return new Target(
                target.constant("kind", Target.Kind.class),
                NameJson.read(target, "name"),
                target.each("arguments", TypeJson::read),
                target.has("part") ? target.text("part") : "");
    }
}
