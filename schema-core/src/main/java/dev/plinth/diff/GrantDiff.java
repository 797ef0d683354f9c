package dev.plinth.diff;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Target;
import dev.plinth.naming.SupplementNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares privileges, one role and one column after the other: what is missing is granted. What somebody has beyond the schema is a
 * difference only where the schema says that its grants are all there are.
 */
final class GrantDiff {

    /** PUBLIC among the names of roles, which are never empty. */
    private static final String PUBLIC = "";

    /** Somebody, and the column (empty for all) that he may do something with. */
    private record Place(Target target, String column, String role) {}

    private final Set<String> roles;
    private final int serverVersion;
    private final Findings findings;
    private final List<LiveAccess.Privilege> live;
    private final Map<Place, Map<String, Boolean>> held = new HashMap<>();
    private final Set<Target> there = new HashSet<>();

    GrantDiff(LiveDatabase live, Findings findings) {
        this.roles = live.access().roles();
        this.serverVersion = live.serverVersion();
        this.findings = findings;
        this.live = live.access().privileges();
        for (LiveAccess.Privilege one : this.live) {
            there.add(one.target());
            Place place = new Place(one.target(), one.column(), Objects.requireNonNullElse(one.role(), PUBLIC));
            held.computeIfAbsent(place, key -> new HashMap<>()).merge(one.name(), one.grantable(), Boolean::logicalOr);
        }
    }

    void compare(List<Grant> declared) {
        if (!declared.isEmpty()) {
            findings.additions().flatMap(AddedTargets::of).forEach(there::add);
            declared.forEach(this::compare);
            compareExtras(declared);
        }
    }

    private void compare(Grant grant) {
        if (!there.contains(grant.target())) {
            String reason = "there is no " + SupplementNames.of(grant.target()) + " in the database";
            findings.obstructed(new CreateObject(grant), reason);
            return;
        }
        List<String> known = new ArrayList<>(roles(grant));
        for (String role : roles(grant)) {
            if (!role.equals(PUBLIC) && !roles.contains(role)) {
                known.remove(role);
                findings.obstructed(
                        new CreateObject(grant.part(grant.privileges(), grant.columns(), List.of(role))),
                        RoleNames.absent(role));
            }
        }
        addMissing(grant, known);
    }

    /** As it is declared where all of it is missing; otherwise what each role lacks. */
    private void addMissing(Grant grant, List<String> known) {
        List<Grant> parts = new ArrayList<>();
        for (String role : known) {
            Map<List<Privilege>, List<String>> lacking = new LinkedHashMap<>();
            for (String column : columns(grant)) {
                lacking.computeIfAbsent(lacking(grant, column, role), key -> new ArrayList<>()).add(column);
            }
            lacking.forEach((privileges, columns) -> parts.add(grant.part(
                    privileges,
                    grant.columns().isEmpty() ? List.of() : columns,
                    role.equals(PUBLIC) ? List.of() : List.of(role))));
        }
        parts.removeIf(part -> part.privileges().isEmpty());
        boolean isWhole = parts.size() == roles(grant).size()
                && parts.stream().allMatch(part -> part.privileges().equals(grant.privileges())
                        && part.columns().equals(grant.columns()));
        (isWhole ? List.of(grant.part(grant.privileges(), grant.columns(), grant.roles())) : parts)
                .forEach(part -> findings.missing(new CreateObject(part)));
    }

    private List<Privilege> lacking(Grant grant, String column, String role) {
        Map<String, Boolean> has = held.getOrDefault(new Place(grant.target(), column, role), Map.of());
        return grant.privileges().stream()
                .filter(privilege -> !expanded(grant, privilege)
                        .allMatch(it -> has.containsKey(it.name()) && (!grant.grantable() || has.get(it.name()))))
                .toList();
    }

    private Stream<Privilege> expanded(Grant grant, Privilege privilege) {
        Target.Kind kind = grant.columns().isEmpty() ? grant.target().kind() : Target.Kind.COLUMN;
        return privilege == Privilege.ALL
                ? Privilege.of(kind, serverVersion).stream()
                : Stream.of(privilege);
    }

    private void compareExtras(List<Grant> declared) {
        Set<Target> targets =
                declared.stream().filter(Grant::exclusive).map(Grant::target).collect(Collectors.toSet());
        Map<Target, List<Grant>> exclusive = declared.stream()
                .filter(it -> targets.contains(it.target()))
                .collect(Collectors.groupingBy(Grant::target));
        live.stream()
                .filter(one -> isExtra(one, exclusive.get(one.target())))
                .forEach(one -> findings.different(
                        Subject.of(ObjectKind.PRIVILEGES, "on " + SupplementNames.of(one.target())),
                        "exclusive grants",
                        "",
                        text(one)));
    }

    /** @param grants those on its target; null where others may have privileges too */
    private boolean isExtra(LiveAccess.Privilege one, @Nullable List<Grant> grants) {
        return grants != null
                && !one.name().isEmpty()
                && !one.isOfOwner()
                && grants.stream().noneMatch(grant -> gives(grant, one));
    }

    private boolean gives(Grant grant, LiveAccess.Privilege one) {
        return roles(grant).contains(Objects.requireNonNullElse(one.role(), PUBLIC))
                && columns(grant).contains(one.column())
                && (grant.grantable() || !one.grantable())
                && grant.privileges().stream()
                        .flatMap(privilege -> expanded(grant, privilege))
                        .anyMatch(it -> it.name().equals(one.name()));
    }

    private static String text(LiveAccess.Privilege one) {
        return one.name() + (one.column().isEmpty() ? "" : " (" + one.column() + ")") + " to "
                + Objects.requireNonNullElse(one.role(), "PUBLIC")
                + (one.grantable() ? " WITH GRANT OPTION" : "");
    }

    private static List<String> roles(Grant grant) {
        return grant.roles().isEmpty() ? List.of(PUBLIC) : grant.roles();
    }

    private static List<String> columns(Grant grant) {
        return grant.columns().isEmpty() ? List.of("") : grant.columns();
    }
}
