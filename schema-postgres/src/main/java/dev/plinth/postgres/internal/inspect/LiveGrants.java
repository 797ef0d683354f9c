package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveAccess;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of single privileges the grants that give them: one for each object and role, or for each set of columns. */
final class LiveGrants {

    /** Who has something on what, and where. */
    private record Place(Target target, @Nullable String role, boolean grantable, String column) {

        Place withoutColumn() {
            return new Place(target, role, grantable, "");
        }
    }

    private LiveGrants() {}

    /** Without what the owner has anyway, and PUBLIC without any grant. */
    static List<Grant> of(List<LiveAccess.Privilege> privileges) {
        Map<Place, List<Privilege>> held = new LinkedHashMap<>();
        privileges.stream()
                .filter(one -> !one.isOfOwner() && !one.isUsual())
                .forEach(one -> named(one.name()).ifPresent(privilege -> held
                        .computeIfAbsent(
                                new Place(one.target(), one.role(), one.grantable(), one.column()),
                                place -> new ArrayList<>())
                        .add(privilege)));
        Map<Place, Map<List<Privilege>, List<String>>> together = new LinkedHashMap<>();
        held.forEach((place, some) -> together
                .computeIfAbsent(place.withoutColumn(), key -> new LinkedHashMap<>())
                .computeIfAbsent(some.stream().sorted().toList(), key -> new ArrayList<>())
                .add(place.column));
        return together.entrySet().stream()
                .flatMap(entry -> grants(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Grant> grants(Place place, Map<List<Privilege>, List<String>> columns) {
        List<String> roles = place.role == null ? List.of() : List.of(place.role);
        return columns.entrySet().stream().flatMap(entry -> {
            List<String> parts = entry.getValue().stream().filter(column -> !column.isEmpty()).toList();
            Grant whole = new Grant(place.target, entry.getKey(), List.of(), roles, place.grantable, false);
            return Stream.of(
                    entry.getValue().contains("") ? Stream.of(whole) : Stream.<Grant>empty(),
                    parts.isEmpty()
                            ? Stream.<Grant>empty()
                            : Stream.of(new Grant(place.target, entry.getKey(), parts, roles, place.grantable, false)))
                    .flatMap(grants -> grants);
        });
    }

    static Optional<Privilege> named(String name) {
        return Arrays.stream(Privilege.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** Those of one kind of object and one role together. */
    static List<DefaultPrivileges> ofDefaults(List<DefaultPrivileges> single) {
        Map<DefaultPrivileges, List<Privilege>> together = new LinkedHashMap<>();
        single.forEach(one -> together
                .computeIfAbsent(one.part(List.of(), one.roles()), key -> new ArrayList<>())
                .addAll(one.privileges()));
        return together.entrySet().stream()
                .map(entry -> entry.getKey().part(entry.getValue(), entry.getKey().roles()))
                .toList();
    }
}
