package dev.plinth.diff;

/** Roles belong to the whole server, and are there before a schema speaks of them. */
final class RoleNames {

    private RoleNames() {}

    static String absent(String role) {
        return "there is no role \"" + role + "\"; create it first, with CREATE ROLE \"" + role + "\"";
    }
}
