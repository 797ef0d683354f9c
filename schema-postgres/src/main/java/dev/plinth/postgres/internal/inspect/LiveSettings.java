package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.RoutineOptions.Setting;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Settings of functions as the catalogs have them: {@code search_path=app, pg_temp}. */
final class LiveSettings {

    /** The settings whose values are lists of names ({@code GUC_LIST_QUOTE}). */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            "unix_socket_directories");

    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|([^,\\s]+)");

    private LiveSettings() {}

    static Setting read(String text) {
        int end = text.indexOf('=');
        String name = text.substring(0, end);
        String value = text.substring(end + 1);
        return new Setting(name, LISTS.contains(name) ? names(value) : List.of(value));
    }

    private static List<String> names(String value) {
        return NAME.matcher(value).results().map(LiveSettings::name).toList();
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }
}
