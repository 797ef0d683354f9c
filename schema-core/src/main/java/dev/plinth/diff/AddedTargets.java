package dev.plinth.diff;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.model.sql.Targets;
import java.util.stream.Stream;

/** What something can be said of once an addition is made. */
public final class AddedTargets {

    private AddedTargets() {}

    public static Stream<Target> of(SqlChange change) {
        return switch (change) {
            case CreateNamespace created -> Stream.of(Target.namespace(created.name()));
            case CreateObject created -> Targets.of(created.object());
            case CreateTable created ->
                Stream.concat(Targets.of(created.table()), created.owned().stream().flatMap(Targets::of));
            case AddColumn added -> of(added);
            case AddConstraint added -> part(Kind.CONSTRAINT, added.table(), added.constraint().name());
            case ValidateConstraint ignored -> Stream.empty();
            case CreateIndex created ->
                Stream.of(Target.of(Kind.INDEX, created.table().sibling(created.index().name())));
            case RebuildIndex ignored -> Stream.empty();
            case CreateTrigger created -> part(Kind.TRIGGER, created.table(), created.trigger().name());
            case AddDefault ignored -> Stream.empty();
            case CreateRule created -> part(Kind.RULE, created.table(), created.rule().name());
            case CreatePolicy created -> part(Kind.POLICY, created.table(), created.policy().name());
            case EnableRowSecurity ignored -> Stream.empty();
            case ForceRowSecurity ignored -> Stream.empty();
            case AddAttribute added -> part(Kind.COLUMN, added.type(), added.attribute().name());
            case AddDomainCheck added -> part(Kind.DOMAIN_CONSTRAINT, added.type(), added.check().name());
            case ValidateDomainCheck ignored -> Stream.empty();
            case AddLabel ignored -> Stream.empty();
            case CreateExtension ignored -> Stream.empty();
        };
    }

    private static Stream<Target> of(AddColumn added) {
        return Stream.of(
                part(Kind.COLUMN, added.table(), added.column().name()),
                Stream.ofNullable(added.column().sequence())
                        .map(it -> Target.of(Kind.SEQUENCE, added.table().sibling(it.name()))),
                added.owned().stream().flatMap(Targets::of))
                .flatMap(targets -> targets);
    }

    private static Stream<Target> part(Kind kind, QualifiedName owner, String name) {
        return Stream.of(Target.part(kind, owner, name));
    }
}
