package dev.plinth.diff;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares default privileges, one role after the other. What somebody gets beyond the schema is no difference. */
final class DefaultPrivilegesDiff {

    private final Set<String> roles;
    private final int serverVersion;
    private final List<DefaultPrivileges> live;
    private final Findings findings;

    DefaultPrivilegesDiff(LiveDatabase live, Findings findings) {
        this.roles = live.access().roles();
        this.serverVersion = live.serverVersion();
        this.live = live.access().defaults();
        this.findings = findings;
    }

    void compare(DefaultPrivileges declared) {
        List<DefaultPrivileges> parts = new ArrayList<>();
        List<List<String>> receivers =
                declared.roles().isEmpty() ? List.of(List.of()) : declared.roles().stream().map(List::of).toList();
        for (List<String> receiver : receivers) {
            DefaultPrivileges part = declared.part(lacking(declared, receiver), receiver);
            Optional<String> absent = Stream.concat(Stream.ofNullable(declared.creator()), receiver.stream())
                    .filter(role -> !roles.contains(role))
                    .findFirst();
            if (absent.isPresent()) {
                findings.obstructed(new CreateObject(part), RoleNames.absent(absent.get()));
            } else if (!part.privileges().isEmpty()) {
                parts.add(part);
            }
        }
        boolean isWhole = parts.size() == receivers.size()
                && parts.stream().allMatch(part -> part.privileges().equals(declared.privileges()));
        (isWhole ? List.of(declared) : parts).forEach(part -> findings.missing(new CreateObject(part)));
    }

    private List<Privilege> lacking(DefaultPrivileges declared, List<String> receiver) {
        return declared.privileges().stream()
                .filter(privilege -> !expanded(declared, privilege).allMatch(it -> isHeld(declared, it, receiver)))
                .toList();
    }

    private Stream<Privilege> expanded(DefaultPrivileges declared, Privilege privilege) {
        return privilege == Privilege.ALL
                ? Privilege.of(declared.objects(), serverVersion).stream()
                : Stream.of(privilege);
    }

    private boolean isHeld(DefaultPrivileges declared, Privilege privilege, List<String> receiver) {
        return live.stream()
                .anyMatch(one -> one.target().equals(declared.target())
                        && Objects.equals(one.creator(), declared.creator())
                        && one.objects() == declared.objects()
                        && one.roles().equals(receiver)
                        && one.privileges().contains(privilege)
                        && (one.grantable() || !declared.grantable()));
    }
}
